package org.entente.audit.witness;

import jakarta.inject.Singleton;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.log.Checkpoint;

/** Finds out after a round how far the log is witnessed. Thread-safe. */
@Singleton
class QuorumCheck {

  private final PostgresLog log;
  private final WitnessedCheckpoints witnessed;
  private final WitnessBudget budget;

  QuorumCheck(PostgresLog log, WitnessedCheckpoints witnessed, WitnessBudget budget) {
    this.log = log;
    this.witnessed = witnessed;
    this.budget = budget;
  }

  void check(StoredCheckpoint newest) {
    var cosigned = log.read("looking for a quorum", witnessed::newest);
    budget.round(
        newest.size(), cosigned.map(note -> Checkpoint.parse(note.text()).size()).orElse(0L));
  }
}
