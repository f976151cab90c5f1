package org.entente.audit.restore;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.audit.restore.Continuation.Vouched;
import org.entente.audit.sequencer.PostgresRecovery;
import org.entente.audit.visibility.Readership;
import org.entente.audit.witness.Memory;
import org.entente.audit.witness.WitnessMemory;
import org.entente.log.TlogPolicy;

/**
 * Puts the entries back that a mirror has and a database lacks. All of it is verified first, then
 * written from signed size to signed size. Before that, bytes of stored entries that are damaged.
 */
final class Restoration {

  private static final long TELL_EVERY_NS = Duration.ofSeconds(2).toNanos();

  private final MirrorFolder folder;
  private final Readership readership;
  private final String origin;
  private final TlogPolicy log;
  private final PrintStream out;

  /**
   * @param log keys that the log signs with, or did
   * @param out where progress is told
   */
  Restoration(
      MirrorFolder folder, Readership readership, String origin, TlogPolicy log, PrintStream out) {
    this.folder = folder;
    this.readership = readership;
    this.origin = origin;
    this.log = log;
    this.out = out;
  }

  /**
   * Puts back the bytes of stored entries that are damaged, one by one.
   *
   * @return how many stay damaged
   * @throws RestoreRefused when this is no mirror of the log: nothing was written then
   */
  long mend(PostgresBodies bodies) throws SQLException, IOException {
    return new Mending(folder, mirrored().size(), out).run(bodies);
  }

  private SignedSize mirrored() throws IOException {
    return SignedSize.of(folder.checkpoint(), "the mirror's checkpoint", origin, log);
  }

  /**
   * Puts back what is behind the last stored entry.
   *
   * @param memories what witnesses remember
   * @return how many entries were put back
   * @throws RestoreRefused when not all fits; nothing was written then, unless it says so
   */
  long run(PostgresRecovery recovery, List<Memory> memories) throws SQLException, IOException {
    var newest = mirrored();
    var stored = recovery.stored();
    requireReach(newest.size(), stored.size(), memories);
    if (newest.size() <= stored.size()) {
      return 0;
    }
    var tail = new MirrorTail(folder, newest.size(), readership);
    var steps = steps(stored.size(), newest);
    new Continuation(stored, tail).require(vouched(steps, memories, stored.size()));
    put(recovery, tail, steps);
    return newest.size() - stored.size();
  }

  /** What a witness has seen and neither has would be missing for ever, and denied. */
  private static void requireReach(long mirrored, long stored, List<Memory> memories) {
    var reach = Math.max(mirrored, stored);
    WitnessMemory.furthest(memories)
        .filter(memory -> memory.size() > reach)
        .ifPresent(memory -> {
          throw new RestoreRefused(
              """
              the mirror ends at size %d, and witness %s has cosigned size %d: entries %d to %d \
              are not in it. Look for a mirror, or for archives, that have them\
              """
                  .formatted(mirrored, memory.witness(), memory.size(), reach, memory.size() - 1));
        });
  }

  private List<SignedSize> steps(long stored, SignedSize newest) throws IOException {
    var steps = new ArrayList<SignedSize>();
    for (var kept : folder.history(stored, newest.size())) {
      var step = SignedSize.of(kept.note(), kept.place(), origin, log);
      if (step.size() != kept.size()) {
        throw new RestoreRefused(kept.place() + " is the checkpoint of size " + step.size());
      }
      steps.add(step);
    }
    steps.add(newest);
    return steps;
  }

  private static List<Vouched> vouched(List<SignedSize> steps, List<Memory> memories, long stored) {
    return Stream.concat(
            steps.stream().map(step -> new Vouched(step.checkpoint(), "the log's checkpoint")),
            memories.stream()
                .filter(memory -> memory.size() > stored)
                .flatMap(memory ->
                    memory.seen().stream()
                        .map(seen ->
                            new Vouched(
                                seen.checkpoint(), "what " + memory.witness() + " cosigned"))))
        .toList();
  }

  private void put(PostgresRecovery recovery, MirrorTail tail, List<SignedSize> steps)
      throws SQLException {
    var told = System.nanoTime();
    for (var step : steps) {
      recovery.putBack(
          tail.between(recovery.stored().size(), step.size()),
          step.checkpoint(),
          step.note().toString(),
          step.at().toEpochMilli());
      if (System.nanoTime() - told > TELL_EVERY_NS) {
        out.printf("%d of %d entries%n", step.size(), tail.size());
        told = System.nanoTime();
      }
    }
  }
}
