package org.entente.audit.witness;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.log.Checkpoint;
import org.entente.log.SignedNote;
import org.entente.log.TlogPolicy;

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

  /**
   * How far others have followed the log.
   *
   * @param quorum whether the policy asks for any
   * @param size the largest that makes up the quorum; 0 when none does
   * @param witnesses every witness of the policy
   */
  public record Standing(boolean quorum, long size, List<Cosigned> witnesses) {
    public Standing {
      witnesses = List.copyOf(witnesses);
    }
  }

  /**
   * How far one witness has followed.
   *
   * @param size the largest it cosigned; 0 when none
   * @param at when it says it saw that first, or the epoch
   */
  public record Cosigned(String name, long size, Instant at) {}

  /** As of now, every signature verified. */
  public Standing standing(Connection connection) throws SQLException {
    var stored = new PostgresCosignatures(connection);
    var names = new ArrayList<Cosigned>();
    for (var witness : new TreeMap<>(witnesses.policy().witnesses()).entrySet()) {
      names.add(cosigned(witness.getKey(), stored.newest(witness.getValue().key())));
    }
    var quorum = !witnesses.policy().quorum().equals(TlogPolicy.NO_QUORUM);
    var newest = quorum ? newest(connection) : Optional.<SignedNote>empty();
    return new Standing(
        quorum, newest.map(note -> Checkpoint.parse(note.text()).size()).orElse(0L), names);
  }

  private Cosigned cosigned(String name, Optional<SignedNote> newest) {
    return newest
        .map(note -> witnesses.policy().examine(note))
        .filter(examined -> examined.cosigned().containsKey(name))
        .map(examined ->
            new Cosigned(
                name,
                examined.checkpoint().size(),
                examined.cosigned().getOrDefault(name, Instant.EPOCH)))
        .orElseGet(() -> new Cosigned(name, 0, Instant.EPOCH));
  }

  private Optional<SignedNote> first(List<SignedNote> notes) {
    return notes.stream().filter(note -> witnesses.policy().examine(note).witnessed()).findFirst();
  }
}
