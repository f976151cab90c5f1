package org.entente.audit.witness;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.entente.audit.identity.LogKeys;
import org.entente.audit.tree.PostgresEvents;
import org.entente.audit.tree.PostgresTiles;
import org.entente.audit.tree.Rollback;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.audit.tree.TreeDamaged;
import org.entente.log.EvidenceRejected;
import org.entente.log.NoteSignature;
import org.entente.log.ProofBuilder;
import org.entente.log.SignedNote;
import org.entente.log.TlogPolicy;
import org.jboss.logging.Logger;

/**
 * What witnesses remember of this log, asked before anything is signed: a database that is older
 * than that was restored from a copy, and signing on would make two histories (invariant I6). Who
 * does not answer cannot be asked; the others decide. But a database that is empty, or was restored
 * or promoted since the log was led last, may be an older copy, and is led only when as many have
 * answered as make the quorum.
 */
@Singleton
public class WitnessMemory {

  private static final Logger LOG = Logger.getLogger(WitnessMemory.class);

  private final Witnesses witnesses;
  private final WitnessClient client;
  private final String origin;
  private final TlogPolicy log;

  @Inject
  WitnessMemory(Witnesses witnesses, WitnessClient client, LogKeys keys) {
    this(witnesses, client, keys.origin(), keys.everSigned());
  }

  /**
   * What these remember.
   *
   * @param origin the name of the log
   * @param log keys that anything of it is verified by
   */
  WitnessMemory(Witnesses witnesses, WitnessClient client, String origin, TlogPolicy log) {
    this.witnesses = witnesses;
    this.client = client;
    this.origin = origin;
    this.log = log.sequenced(); // What one witness kept has no cosignature but its own.
  }

  /**
   * Compares what is stored with what witnesses cosigned.
   *
   * @param size of the stored log
   * @throws TreeDamaged when a witness has seen more, or something else
   * @throws MemoryUnknown when this is another database than the log was led on last, and too few
   *     witnesses answer
   */
  public void require(Connection connection, long size) throws SQLException {
    var memories = ask();
    requireHistory(connection, memories, size);
    var furthest = furthest(memories).filter(memory -> memory.size() > size);
    if (furthest.isPresent()) {
      throw new TreeDamaged(rollback(furthest.get(), connection, size));
    }
    if (!suffice(memories) && mayBeOlder(new PostgresEvents(connection), size)) {
      throw new MemoryUnknown(
          "the database is new, or was restored or promoted since the log was led last, and too few"
              + " witnesses answer to tell whether it is an older copy");
    }
  }

  private static void requireHistory(Connection connection, List<Memory> memories, long size) {
    for (var memory : memories) {
      var seen = memory.seen().filter(known -> known.size() <= size);
      if (seen.isPresent() && !isOf(seen.get(), new PostgresTiles(connection))) {
        throw new TreeDamaged(
            "witness %s has cosigned another log of size %d"
                .formatted(memory.witness(), memory.size()));
      }
    }
  }

  private static boolean isOf(Memory.Seen seen, PostgresTiles tiles) {
    var range = new ProofBuilder(tiles, seen.size()).range();
    return range.root().equals(seen.checkpoint().root());
  }

  private static Rollback rollback(Memory memory, Connection connection, long size)
      throws SQLException {
    return new Rollback(
        memory.witness(),
        memory.size(),
        memory.seen().map(Memory.Seen::at).orElse(Instant.EPOCH),
        size,
        StoredCheckpoint.latestTime(connection));
  }

  private static boolean mayBeOlder(PostgresEvents events, long size) throws SQLException {
    var led = events.led();
    return led.isEmpty() ? size == 0 : !led.equals(events.database());
  }

  /** The one that has seen most, if any has seen something. */
  public static Optional<Memory> furthest(List<Memory> memories) {
    return memories.stream()
        .filter(memory -> memory.seen().isPresent())
        .max(Comparator.comparingLong(Memory::size));
  }

  /** Whether those who answered make the policy's quorum. */
  public boolean suffice(List<Memory> memories) {
    return witnesses.areQuorum(memories.stream().map(Memory::witness).collect(Collectors.toSet()));
  }

  /** All are asked at once: nothing can be appended until the last has answered, or has not. */
  public List<Memory> ask() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked =
          witnesses.addresses().stream()
              .map(witness -> CompletableFuture.supplyAsync(() -> ask(witness), threads))
              .toList();
      return asked.stream().flatMap(answer -> answer.join().stream()).toList();
    }
  }

  private Optional<Memory> ask(WitnessAddress witness) {
    try {
      return Optional.of(new Memory(witness.name(), seen(witness)));
    } catch (IOException | RuntimeException e) { // whatever one answers, the others decide
      LOG.warnf("witness %s cannot be asked what it remembers: %s", witness.name(), e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * What this one remembers, asked now; empty when it knows nothing of the log.
   *
   * @throws IOException when it does not answer
   * @throws EvidenceRejected when its answer is not of the log, or not its own
   */
  Optional<Memory.Seen> seen(WitnessAddress witness) throws IOException, InterruptedException {
    return client.latest(witness, origin).map(note -> verified(witness, note));
  }

  /** Its latest checkpoint of this log, if it is the log's and the witness' own. */
  private Memory.Seen verified(WitnessAddress witness, SignedNote note) {
    note.verify(witness.keys());
    var at =
        witness.keys().stream()
            .flatMap(key -> note.cosignature(key).stream())
            .map(NoteSignature::time)
            .min(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    return new Memory.Seen(log.verify(note), at);
  }
}
