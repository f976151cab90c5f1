package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.entente.indicator.admission.PostgresAdmissions;
import org.entente.indicator.admission.StatusWriter;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Payload;
import org.entente.indicator.refusal.Refusal.StatusUnknown;
import org.entente.indicator.taxii.MediaTypes;

/// Answers what became of a submission (TAXII 2.1 §4.3), to the partner that made it.
@Singleton
final class Statuses {
  private static final int OK = 200;

  private final PostgresSubmissions submissions;
  private final PostgresAdmissions admissions;

  Statuses(PostgresSubmissions submissions, PostgresAdmissions admissions) {
    this.submissions = submissions;
    this.admissions = admissions;
  }

  Answer answer(Call call, String status) {
    UUID id = parse(status);
    Instant receivedAt = submissions.receivedAt(id, call.partner()).orElseThrow(Statuses::unknown);
    call.note(Fact.SUBMISSION, id.toString());
    byte[] body =
        admissions
            .find(id)
            .map(admitted -> admitted.status().toBytes())
            .orElseGet(() -> StatusWriter.pending(id, receivedAt));
    return new Answer.Own(new Payload(OK, MediaTypes.TAXII, body, Map.of()));
  }

  private static UUID parse(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static StatusUnknown unknown() {
    return new StatusUnknown("no such status");
  }
}
