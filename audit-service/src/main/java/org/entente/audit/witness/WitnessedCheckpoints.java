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
import org.entente.log.VerifierKey;

/** Checkpoints that enough witnesses have cosigned. Thread-safe. */
@Singleton
public class WitnessedCheckpoints {

  private final Witnesses witnesses;

  WitnessedCheckpoints(Witnesses witnesses) {
    this.witnesses = witnesses;
  }

  /**
   * The first one that covers this entry, or, after a change of keys or witnesses, the newest;
   * empty when it is too soon.
   */
  public Optional<SignedNote> covering(Connection connection, long index) throws SQLException {
    var first = search(connection).from(index + 1);
    return first.isPresent() ? first : newest(connection).filter(note -> size(note) > index);
  }

  /** The newest one; empty when there is none. */
  public Optional<SignedNote> newest(Connection connection) throws SQLException {
    return search(connection).last();
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
      var key = witness.getValue().key();
      names.add(cosigned(witness.getKey(), key, stored.newest(key)));
    }
    var quorum = !witnesses.policy().quorum().equals(TlogPolicy.NO_QUORUM);
    var newest = quorum ? newest(connection) : Optional.<SignedNote>empty();
    return new Standing(quorum, newest.map(WitnessedCheckpoints::size).orElse(0L), names);
  }

  /** Whatever keys the log had then: that the witness has followed so far, its own says. */
  private static Cosigned cosigned(String name, VerifierKey key, Optional<SignedNote> newest) {
    return newest
        .flatMap(
            note -> note.cosignature(key).map(line -> new Cosigned(name, size(note), line.time())))
        .orElseGet(() -> new Cosigned(name, 0, Instant.EPOCH));
  }

  private QuorumSearch search(Connection connection) {
    return new QuorumSearch(new PostgresCosignatures(connection), witnesses.policy());
  }

  private static long size(SignedNote note) {
    return Checkpoint.parse(note.text()).size();
  }
}
