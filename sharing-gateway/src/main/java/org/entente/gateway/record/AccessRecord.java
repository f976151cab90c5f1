package org.entente.gateway.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/**
 * One log entry as the log takes it: an OCSF 1.8.0 API Activity on one line, keys in the order the
 * audit-service's contract fixes, and after it the disclosures of its personal fields. Whatever a
 * client could make long is cut.
 */
final class AccessRecord {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST_TEXT = 512;
  private static final int REPLACEMENT = 0xFFFD;
  private static final Particulars NOTHING = Particulars.ofQuery(Optional.empty());

  private final JsonGenerator out;
  private final Concealed concealed;

  private AccessRecord(JsonGenerator out, Concealed concealed) {
    this.out = out;
    this.concealed = concealed;
  }

  /** The entry for this attempt and outcome; {@code uid} is its idempotency key. */
  static byte[] of(UUID uid, Attempt attempt, Outcome outcome, SecureRandom random) {
    var bytes = new ByteArrayOutputStream(2048);
    var concealed = new Concealed(random);
    try (var generator = JSON.createGenerator(bytes)) {
      new AccessRecord(generator, concealed).write(uid, attempt, outcome);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    concealed.appendTo(bytes);
    return bytes.toByteArray();
  }

  private void write(UUID uid, Attempt attempt, Outcome outcome) throws IOException {
    out.writeStartObject();
    metadata(uid, attempt);
    int activity = attempt.operation().activityId();
    out.writeNumberField("category_uid", 6);
    out.writeNumberField("class_uid", 6003);
    out.writeNumberField("activity_id", activity);
    out.writeNumberField("type_uid", 600300 + activity);
    out.writeNumberField("severity_id", 1);
    time(attempt, outcome);
    verdict(outcome);
    actor(attempt.actor());
    if (outcome instanceof Outcome.Counted) {
      ofMany(attempt, outcome);
    } else {
      source(attempt);
      http(attempt, outcome);
    }
    exchange(outcome instanceof Outcome.Counted ? NOTHING : attempt.particulars());
    out.writeEndObject();
  }

  private void metadata(UUID uid, Attempt attempt) throws IOException {
    out.writeObjectFieldStart("metadata");
    out.writeStringField("version", "1.8.0");
    out.writeStringField("uid", uid.toString());
    out.writeObjectFieldStart("product");
    out.writeStringField("name", "sharing-gateway");
    out.writeStringField("vendor_name", "Entente");
    out.writeEndObject();
    out.writeArrayFieldStart("profiles");
    out.writeString("security_control");
    out.writeEndArray();
    out.writeStringField("correlation_uid", attempt.request().toString());
    out.writeEndObject();
  }

  private void time(Attempt attempt, Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Counted counted) {
      out.writeNumberField("time", counted.to().toEpochMilli());
      out.writeNumberField("count", counted.count());
      out.writeNumberField("start_time", counted.from().toEpochMilli());
      out.writeNumberField("end_time", counted.to().toEpochMilli());
    } else {
      out.writeNumberField("time", attempt.at().toEpochMilli());
    }
  }

  /** Of many requests nothing is said but what they have in common. */
  private void ofMany(Attempt attempt, Outcome outcome) throws IOException {
    out.writeObjectFieldStart("src_endpoint");
    out.writeStringField("ip", Actor.UNKNOWN);
    out.writeEndObject();
    out.writeObjectFieldStart("api");
    out.writeStringField("operation", attempt.operation().publicName());
    out.writeObjectFieldStart("response");
    out.writeNumberField("code", outcome.status());
    out.writeEndObject();
    out.writeEndObject();
    out.writeObjectFieldStart("http_response");
    out.writeNumberField("code", outcome.status());
    out.writeEndObject();
  }

  private void verdict(Outcome outcome) throws IOException {
    switch (outcome) {
      case Outcome.Allowed allowed -> verdict(allowed, Optional.empty(), 1, 1);
      case Outcome.Refused refused -> verdict(refused, Optional.of(refused.code()), 2, 2);
      case Outcome.Counted counted -> verdict(counted, Optional.of(counted.code()), 2, 2);
      case Outcome.Failed failed -> verdict(failed, Optional.of(failed.code()), 1, 27);
    }
  }

  private void verdict(Outcome outcome, Optional<String> code, int action, int disposition)
      throws IOException {
    out.writeNumberField("status_id", code.isPresent() ? 2 : 1);
    out.writeStringField("status_code", Integer.toString(outcome.status()));
    optional("status_detail", code);
    out.writeNumberField("action_id", action);
    out.writeNumberField("disposition_id", disposition);
  }

  private void actor(Actor actor) throws IOException {
    out.writeObjectFieldStart("actor");
    out.writeObjectFieldStart("user");
    concealed.write(out, "uid", actor.client());
    out.writeObjectFieldStart("org");
    out.writeStringField("uid", actor.partner());
    optional("ou_name", actor.unit());
    out.writeEndObject();
    out.writeEndObject();
    if (actor.token().isPresent()) {
      out.writeObjectFieldStart("session");
      concealed.write(out, "uid", cut(actor.token().get().id()));
      out.writeStringField("issuer", cut(actor.token().get().issuer()));
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void source(Attempt attempt) throws IOException {
    out.writeObjectFieldStart("src_endpoint");
    concealed.write(out, "ip", attempt.http().ip());
    out.writeStringField("uid", attempt.actor().tlsLeaf());
    out.writeEndObject();
  }

  private void http(Attempt attempt, Outcome outcome) throws IOException {
    out.writeObjectFieldStart("api");
    out.writeStringField("operation", attempt.operation().publicName());
    out.writeObjectFieldStart("request");
    out.writeStringField("uid", attempt.request().toString());
    out.writeEndObject();
    out.writeObjectFieldStart("response");
    out.writeNumberField("code", outcome.status());
    out.writeEndObject();
    out.writeEndObject();
    out.writeObjectFieldStart("http_request");
    out.writeStringField("http_method", cut(attempt.http().method()));
    out.writeObjectFieldStart("url");
    out.writeStringField("path", cut(path(attempt)));
    out.writeEndObject();
    out.writeEndObject();
    out.writeObjectFieldStart("http_response");
    out.writeNumberField("code", outcome.status());
    out.writeNumberField("body_length", outcome.length());
    out.writeEndObject();
  }

  /** Some record of a deletion is read by all of the audience, and not all of it has the object. */
  private static String path(Attempt attempt) {
    String path = attempt.http().path();
    return attempt.operation() == Operation.DELETE_OBJECT
        ? path.replaceFirst("/objects/[^/]+", "/objects/-")
        : path;
  }

  private void exchange(Particulars particulars) throws IOException {
    out.writeObjectFieldStart("exchange");
    optional("purpose", particulars.purpose());
    optional("legal_basis", particulars.legalBasis());
    optional("collection", particulars.collection());
    optional("manifest_sha256", particulars.manifestSha256());
    if (particulars.body().isPresent()) {
      var body = particulars.body().get();
      out.writeStringField("body_sha256", body.sha256());
      out.writeNumberField("body_size", body.size());
      optional("signer", body.signer());
    }
    optional("query", particulars.query());
    if (particulars.counted().isPresent()) {
      concealed.write(out, "client_seq", Long.toString(particulars.counted().get().number()));
      out.writeStringField("client_seq_sha256", particulars.counted().get().sha256());
    }
    if (!particulars.revocationLists().isEmpty()) {
      out.writeStringField("revocation_lists", String.join(" ", particulars.revocationLists()));
    }
    out.writeEndObject();
  }

  private void optional(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      out.writeStringField(name, cut(value.get()));
    }
  }

  /**
   * Cut, and without what no text column takes: a client must not make its refusal unrecordable.
   */
  private static String cut(String text) {
    var clean = new StringBuilder(Math.min(text.length(), LONGEST_TEXT));
    text.codePoints()
        .limit(LONGEST_TEXT)
        .map(c -> Character.isISOControl(c) || isSurrogate(c) ? REPLACEMENT : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
