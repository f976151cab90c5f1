package org.entente.audit.witness;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.entente.log.SignedNote;

/** Checkpoints that enough witnesses have cosigned. Thread-safe. */
@Singleton
public class WitnessedCheckpoints {

  /** With two witnesses at their own pace the quorum is there within a few sizes. */
  private static final int MOST = 100;

  private final Witnesses witnesses;

  WitnessedCheckpoints(Witnesses witnesses) {
    this.witnesses = witnesses;
  }

  /** The first one that covers this entry; empty when it is too soon. */
  public Optional<SignedNote> covering(Connection connection, long index) throws SQLException {
    return first(new PostgresCosignatures(connection).from(index + 1, MOST));
  }

  /** The newest one; empty when there is none. */
  public Optional<SignedNote> newest(Connection connection) throws SQLException {
    return first(new PostgresCosignatures(connection).last(MOST));
  }

  private Optional<SignedNote> first(List<SignedNote> notes) {
    return notes.stream().filter(note -> witnesses.policy().examine(note).witnessed()).findFirst();
  }
}
