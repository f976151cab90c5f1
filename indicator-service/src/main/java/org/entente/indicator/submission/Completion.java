package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.util.Map;
import org.entente.indicator.admission.Admitted;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Payload;
import org.entente.indicator.submission.Intake.Completed;
import org.entente.indicator.taxii.MediaTypes;

/// Takes a draft to its end and answers with its status.
@Singleton
final class Completion {
  private static final String REPLAYED = "Idempotent-Replayed";

  private final Intake intake;
  private final Repetitions repetitions;

  Completion(Intake intake, Repetitions repetitions) {
    this.intake = intake;
    this.repetitions = repetitions;
  }

  /// A repetition has the first answer and the first receipt; that it was given once more is
  /// recorded too.
  Answer answer(Call call, Draft draft) {
    Completed completed = complete(call, draft);
    return answer(draft.reading().kind(), completed, completed.admitted().status().toBytes());
  }

  Completed complete(Call call, Draft draft) {
    Completed completed = intake.take(draft);
    call.note(Fact.SUBMISSION, completed.id().toString());
    if (completed.replayed()) {
      repetitions.record(call, draft.reading().kind());
    }
    return completed;
  }

  static Answer answer(Kind kind, Completed completed, byte[] body) {
    Map<String, String> headers = completed.replayed() ? Map.of(REPLAYED, "true") : Map.of();
    Admitted admitted = completed.admitted();
    Payload payload = new Payload(kind.status(), MediaTypes.TAXII, body, headers);
    return new Answer.Recorded(payload, admitted.receipt());
  }
}
