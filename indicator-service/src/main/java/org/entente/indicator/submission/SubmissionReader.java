package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.indicator.admission.Origin;
import org.entente.indicator.audit.AccessEntry;
import org.entente.indicator.audit.AccessRecords;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.audit.Outcome;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.bytes.Sha256;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.CallerHeader;
import org.entente.indicator.refusal.Refusal.SubmissionInvalid;
import org.entente.indicator.submission.Submission.Evidence;
import org.entente.indicator.submission.Submission.Headers;
import org.entente.indicator.taxii.TaxiiTime;

/// Puts a submission together from headers and body, and decides its id and its record.
@Singleton
final class SubmissionReader {
  static final String MANIFEST = "submission-manifest";

  private static final int ACCEPTED = 202;

  private final AccessRecords records;
  private final Supplier<UUID> ids;
  private final Clock clock;

  SubmissionReader(AccessRecords records, Supplier<UUID> ids, Clock clock) {
    this.records = records;
    this.ids = ids;
    this.clock = clock;
  }

  /// @throws SubmissionInvalid when the gateway's facts are malformed or of other bytes
  Submission read(Call call, UUID collection, byte[] body) {
    String facts = header(call, Established.NAME);
    Established established = Established.read(facts);
    byte[] manifest = manifest(header(call, MANIFEST));
    if (!Sha256.of(manifest).equals(established.digests().manifest())
        || !Sha256.of(body).equals(established.digests().body())) {
      throw new SubmissionInvalid("the digests are of another manifest or body");
    }
    Origin origin = origin(call, collection, established, body.length);
    return new Submission(
        origin,
        established,
        new Evidence(Slice.of(manifest), Slice.of(body)),
        new Headers(header(call, CallerHeader.NAME), facts),
        record(origin));
  }

  private static String header(Call call, String name) {
    return call.header(name).orElseThrow(() -> new SubmissionInvalid("no header " + name));
  }

  /// A compact JWS is signed as the text it is; a JSON one travels as its base64url.
  private static byte[] manifest(String header) {
    if (header.indexOf('.') >= 0) {
      return header.getBytes(StandardCharsets.ISO_8859_1);
    }
    try {
      return Base64.getUrlDecoder().decode(header);
    } catch (IllegalArgumentException e) {
      throw new SubmissionInvalid("the manifest is no base64url");
    }
  }

  private Origin origin(Call call, UUID collection, Established established, int bodySize) {
    UUID id = ids.get();
    return new Origin(
        id,
        collection,
        TaxiiTime.micros(clock.instant()),
        call.actor(),
        SubmissionFacts.of(id, collection, established, bodySize));
  }

  private Line record(Origin origin) {
    AccessEntry entry =
        new AccessEntry(
            origin.submission(),
            clock.instant(),
            Operation.ADD_OBJECTS,
            origin.actor(),
            new Outcome.Allowed(ACCEPTED),
            AccessEntry.NO_BODY_YET,
            origin.facts(),
            java.util.List.of());
    return records.write(entry).getFirst();
  }
}
