package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.util.Map;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Calls;
import org.entente.indicator.call.Payload;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.collection.ExchangeConfig;
import org.entente.indicator.envelope.Envelope;
import org.entente.indicator.envelope.EnvelopeReader;
import org.entente.indicator.refusal.Refusal.LimitBody;
import org.entente.indicator.refusal.Refusal.ReplayConflict;
import org.entente.indicator.refusal.Refusal.ReplayForeign;
import org.entente.indicator.taxii.MediaTypes;

/// Takes in one submission: read, receive, lead to its end, answer with the TAXII status.
@Singleton
final class Intake {
  private static final int ACCEPTED = 202;

  private final Collections collections;
  private final ExchangeConfig.LimitsConfig limits;
  private final SubmissionReader reader;
  private final Receiver receiver;
  private final Pipeline pipeline;

  Intake(
      Collections collections,
      ExchangeConfig config,
      SubmissionReader reader,
      Receiver receiver,
      Pipeline pipeline) {
    this.collections = collections;
    this.limits = config.limits();
    this.reader = reader;
    this.receiver = receiver;
    this.pipeline = pipeline;
  }

  /// @param calls records a repeat before its answer leaves
  Answer submit(Call call, String collectionId, byte[] body, Calls calls) {
    Collection collection = collections.writable(collectionId, call.partner());
    if (body.length > limits.body()) {
      throw new LimitBody("at most " + limits.body() + " bytes in one submission");
    }
    Submission submission = reader.read(call, collection.id(), body);
    submission.origin().facts().forEach(call::note);
    Envelope envelope = EnvelopeReader.read(body, limits.objects());
    return switch (receiver.receive(submission)) {
      case Reception.Fresh() -> answer(submission.received(envelope), Map.of());
      case Reception.Repeated(Progress progress) -> repeat(call, progress, calls);
      case Reception.Conflicting() ->
          throw new ReplayConflict("this jti was used for another manifest");
      case Reception.Foreign() ->
          throw new ReplayForeign("this manifest came from another partner before");
    };
  }

  private Answer repeat(Call call, Progress progress, Calls calls) {
    Answer.Recorded answer = answer(progress, Map.of("Idempotent-Replayed", "true"));
    calls.record(Operation.ADD_OBJECTS_REPEATED, call, answer.payload());
    return answer;
  }

  private Answer.Recorded answer(Progress progress, Map<String, String> headers) {
    Progress.Done done = pipeline.finish(progress);
    byte[] status = done.status().toBytes();
    return new Answer.Recorded(
        new Payload(ACCEPTED, MediaTypes.TAXII, status, headers), done.receipt());
  }
}
