package org.entente.kit.cli;

import java.util.stream.Collectors;
import org.entente.log.TlogPolicy;
import org.entente.log.WitnessedCheckpoint;

/// Says who besides the log stands behind a checkpoint.
final class Standing {

  private Standing() {}

  /// Nothing for a policy that names no witness.
  static void tell(Report report, WitnessedCheckpoint checkpoint, TlogPolicy policy) {
    if (policy.witnesses().isEmpty()) {
      return;
    }
    String who =
        checkpoint.cosigned().entrySet().stream()
            .map(witness -> witness.getKey() + " at " + witness.getValue())
            .collect(Collectors.joining(", "));
    String quorum = policy.quorum();
    report.put("witnessed", checkpoint.witnessed());
    report.put("cosigned_by", checkpoint.cosigned().keySet().stream().toList());
    if (checkpoint.witnessed()) {
      report.line("Witnessed by " + (who.isEmpty() ? "nobody, which is enough" : who) + ".");
    } else {
      report.line(
          "Sequenced, not witnessed: "
              + (who.isEmpty() ? "nobody has cosigned" : "cosigned only by " + who)
              + "; the quorum is "
              + quorum
              + ".");
    }
  }
}
