package org.entente.audit.witness;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.entente.audit.identity.LogKeys;
import org.entente.audit.tree.PostgresTiles;
import org.entente.audit.tree.TreeDamaged;
import org.entente.log.Checkpoint;
import org.entente.log.EvidenceRejected;
import org.entente.log.ProofBuilder;
import org.entente.log.SignedNote;
import org.jboss.logging.Logger;

/**
 * What witnesses remember of this log, asked before anything is signed: a database that is older
 * than that was restored from a copy, and signing on would make two histories (invariant I6). Who
 * does not answer cannot be asked; the others decide.
 */
@Singleton
public class WitnessMemory {

  private static final Logger LOG = Logger.getLogger(WitnessMemory.class);

  private final Witnesses witnesses;
  private final WitnessClient client;
  private final LogKeys keys;

  WitnessMemory(Witnesses witnesses, WitnessClient client, LogKeys keys) {
    this.witnesses = witnesses;
    this.client = client;
    this.keys = keys;
  }

  /**
   * Compares what is stored with what witnesses cosigned.
   *
   * @param size of the stored log
   * @throws TreeDamaged when a witness has seen more, or something else
   */
  public void require(Connection connection, long size) throws SQLException {
    for (var memory : memories()) {
      compare(memory.witness(), memory.seen(), size, connection);
    }
  }

  private record Memory(String witness, Checkpoint seen) {}

  /** All are asked at once: nothing can be appended until the last has answered, or has not. */
  private List<Memory> memories() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked =
          witnesses.addresses().stream()
              .map(witness ->
                  CompletableFuture.supplyAsync(
                      () -> seen(witness).map(seen -> new Memory(witness.name(), seen)), threads))
              .toList();
      return asked.stream().flatMap(answer -> answer.join().stream()).toList();
    }
  }

  private static void compare(String witness, Checkpoint seen, long size, Connection connection) {
    if (seen.size() > size) {
      throw new TreeDamaged(
          "witness %s has cosigned size %d, the stored log ends at %d: it is an older copy"
              .formatted(witness, seen.size(), size));
    }
    var tiles = new PostgresTiles(connection);
    if (!new ProofBuilder(tiles, seen.size()).range().root().equals(seen.root())) {
      throw new TreeDamaged(
          "witness %s has cosigned another log of size %d".formatted(witness, seen.size()));
    }
  }

  /** Its latest checkpoint of this log, if it is the log's and the witness' own. */
  private Optional<Checkpoint> seen(WitnessAddress witness) {
    try {
      var note = client.latest(witness, keys.origin());
      return note.map(n -> verified(witness, n));
    } catch (IOException | EvidenceRejected e) {
      LOG.warnf("witness %s cannot be asked what it remembers: %s", witness.name(), e.getMessage());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Checkpoint verified(WitnessAddress witness, SignedNote note) {
    note.verify(witness.keys());
    return keys.everSigned().verify(note);
  }
}
