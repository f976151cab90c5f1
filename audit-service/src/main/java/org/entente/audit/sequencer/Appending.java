package org.entente.audit.sequencer;

import java.time.Duration;
import java.util.List;
import org.entente.audit.identity.LogConfig;
import org.entente.audit.sequencer.SequencerState.Away;
import org.entente.audit.sequencer.SequencerState.Following;
import org.entente.audit.sequencer.SequencerState.Leading;
import org.entente.audit.sequencer.SequencerState.Refusing;
import org.entente.audit.sequencer.SequencerState.Stopped;

/**
 * How everything is appended, on whichever replica: by its own sequencer while that leads, else
 * through the replica that does. Keys make appending safe to repeat, so a change of the lead in the
 * middle is another attempt, within the deadline. Thread-safe.
 */
public final class Appending {

  /** Between two attempts; who leads is looked up as often by the sequencer. */
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final Sequencer sequencer;
  private final Fellow fellow;
  private final Duration deadline;
  private final Room room;

  public Appending(Sequencer sequencer, Fellow fellow, LogConfig config) {
    this.sequencer = sequencer;
    this.fellow = fellow;
    this.deadline = config.appendDeadline();
    this.room = new Room(2 * config.queueEntries()); // beside those in the queue, those under way
  }

  /**
   * Appends these entries in one commit and waits until they are durable. Appending the same bytes
   * again is safe: they keep their index.
   *
   * @param entries at most 1024
   * @return one result for each, in order
   * @throws LogBusy when too much waits already
   * @throws LogUnavailable when durability cannot be promised; nothing is known about the entries
   */
  public List<AppendResult> append(List<NewEntry> entries) {
    var bytes = entries.stream().mapToLong(NewEntry::bytes).sum();
    room.enter(entries.size(), bytes);
    try {
      return appendBefore(System.nanoTime() + deadline.toNanos(), entries);
    } finally {
      room.leave(entries.size(), bytes);
    }
  }

  private List<AppendResult> appendBefore(long end, List<NewEntry> entries) {
    while (true) {
      try {
        return attempt(entries, Duration.ofNanos(end - System.nanoTime()));
      } catch (NotLeading away) {
        if (end - System.nanoTime() <= PAUSE.toNanos()) {
          throw new LogUnavailable(away.detail());
        }
        pause();
      }
    }
  }

  private List<AppendResult> attempt(List<NewEntry> entries, Duration within) {
    var state = sequencer.state();
    return switch (state) {
      case Leading _ -> sequencer.append(entries, within);
      case Following(var leader) -> fellow.append(leader, entries, within);
      case Away _ -> throw new NotLeading(state.sentence());
      case Refusing _, Stopped _ -> throw new LogUnavailable(state.sentence());
    };
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new LogUnavailable("interrupted while waiting for the log");
    }
  }

  /**
   * Appends if this replica leads, and only then: for what the leader says of its own term.
   *
   * @throws NotLeading when it does not
   * @throws LogUnavailable as above
   */
  public List<AppendResult> appendHere(List<NewEntry> entries) {
    return sequencer.append(entries);
  }

  /**
   * Whether entries can be appended from here: this replica leads, or the one that does answers.
   *
   * @param within how long to wait for its answer
   */
  public boolean possible(Duration within) {
    return switch (sequencer.state()) {
      case Leading _ -> true;
      case Following(var leader) -> answers(leader, within);
      case Away _, Refusing _, Stopped _ -> false;
    };
  }

  private boolean answers(String leader, Duration within) {
    try {
      fellow.append(leader, List.of(), within);
      return true;
    } catch (LogUnavailable | LogBusy _) {
      return false;
    }
  }

  /** What this replica's own sequencer can promise now. */
  public SequencerState state() {
    return sequencer.state();
  }
}
