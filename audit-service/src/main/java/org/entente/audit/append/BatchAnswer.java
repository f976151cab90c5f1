package org.entente.audit.append;

import java.util.List;
import java.util.stream.Collectors;
import org.entente.audit.sequencer.AppendResult;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.AppendResult.Conflict;

/** The answer to a batch: one JSON object per line, in the order of the records. */
final class BatchAnswer {

  static final String NDJSON = "application/x-ndjson";

  private BatchAnswer() {}

  static String of(List<AppendResult> results) {
    return results.stream().map(BatchAnswer::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(AppendResult result) {
    return switch (result) {
      case Appended appended -> AppendAnswer.of(appended).json();
      case Conflict(var uid) -> {
        var conflict = new IdempotencyConflict(uid);
        yield "{\"code\":\"%s\",\"detail\":\"%s\"}".formatted(conflict.code(), conflict.detail());
      }
    };
  }
}
