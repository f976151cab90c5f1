package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Payload;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.collection.ExchangeConfig;
import org.entente.indicator.envelope.Envelope;
import org.entente.indicator.envelope.EnvelopeReader;
import org.entente.indicator.refusal.Refusal.LimitBody;
import org.entente.indicator.refusal.Refusal.SecretFound;
import org.entente.indicator.submission.Intake.Completed;
import org.entente.indicator.taxii.MediaTypes;
import org.entente.stix.rule.SecretScan;
import org.entente.stix.rule.SecretScan.Leak;

/// TAXII's Add Objects (TAXII 2.1 §5.5): one signed submission.
@Singleton
final class AddObjects {
  private static final int ACCEPTED = 202;
  private static final String REPLAYED = "Idempotent-Replayed";

  private final Collections collections;
  private final ExchangeConfig.LimitsConfig limits;
  private final Drafts drafts;
  private final Intake intake;
  private final Repetitions repetitions;

  AddObjects(
      Collections collections,
      ExchangeConfig config,
      Drafts drafts,
      Intake intake,
      Repetitions repetitions) {
    this.collections = collections;
    this.limits = config.limits();
    this.drafts = drafts;
    this.intake = intake;
    this.repetitions = repetitions;
  }

  /// Takes one submission and answers its TAXII status.
  Answer answer(Call call, String collectionId, byte[] body) {
    Collection collection = collections.writable(collectionId, call.reader());
    call.note(Fact.COLLECTION, collection.id().toString());
    Arrival arrival = Arrival.of(call, collection, body);
    Verified verified = arrival.facts();
    call.note(Fact.MANIFEST_SHA256, verified.manifestSha256().base64url());
    call.note(Fact.BODY_SHA256, verified.bodySha256().base64url());
    call.note(Fact.SIGNER, verified.signer());
    if (body.length > limits.body()) {
      throw new LimitBody("at most " + limits.body() + " bytes in one submission");
    }
    Envelope envelope = EnvelopeReader.read(body, limits.objects());
    requireNoSecrets(call, envelope);
    Completed completed = intake.take(drafts.fresh(arrival, call.actor(), envelope));
    call.note(Fact.SUBMISSION, completed.id().toString());
    return completed.replayed() ? again(call, completed) : first(completed);
  }

  private static Answer first(Completed completed) {
    return new Answer.Recorded(payload(completed, Map.of()), completed.admitted().receipt());
  }

  /// Evidence is stored whole, so a body with a secret in it is refused whole and leaves an alarm
  /// in the log.
  private static void requireNoSecrets(Call call, Envelope envelope) {
    int found = 0;
    String first = "";
    for (int i = 0; i < envelope.objects().size(); i++) {
      List<Leak> leaks = SecretScan.of(envelope.objects().get(i).json());
      if (found == 0 && !leaks.isEmpty()) {
        first =
            "/objects/" + i + leaks.getFirst().pointer() + " has " + leaks.getFirst().kind().text();
      }
      found += leaks.size();
    }
    if (found > 0) {
      call.note(Fact.SECRETS, found);
      throw new SecretFound(first + ": whoever sees it owns the money, so nothing was kept");
    }
  }

  /// A repetition has the first answer and the first receipt; that it was given once more is
  /// recorded too.
  private Answer again(Call call, Completed completed) {
    Payload payload = payload(completed, Map.of(REPLAYED, "true"));
    repetitions.record(call);
    return new Answer.Recorded(payload, completed.admitted().receipt());
  }

  private static Payload payload(Completed completed, Map<String, String> headers) {
    byte[] status = completed.admitted().status().toBytes();
    return new Payload(ACCEPTED, MediaTypes.TAXII, status, headers);
  }
}
