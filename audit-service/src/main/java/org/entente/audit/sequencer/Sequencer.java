package org.entente.audit.sequencer;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.entente.audit.identity.LogConfig;
import org.entente.audit.sequencer.SequencerState.Away;
import org.entente.audit.sequencer.SequencerState.Following;
import org.entente.audit.sequencer.SequencerState.Leading;
import org.entente.audit.sequencer.SequencerState.Refusing;
import org.entente.audit.sequencer.SequencerState.Stopped;
import org.entente.audit.tree.Rollback;
import org.entente.audit.tree.StoreFailed;
import org.entente.audit.tree.TreeDamaged;
import org.entente.audit.witness.MemoryUnknown;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of the log. Any thread may append; one thread of its own takes what waits, makes
 * it durable in one transaction and answers. It leads while it has a term; without one it says who
 * does, and keeps trying for a new term.
 */
public final class Sequencer implements Runnable {

  private static final Logger LOG = Logger.getLogger(Sequencer.class);
  private static final int BATCH = 1024;
  private static final int IDLE_CHECK_MS = 1_000;
  private static final int ATTEMPTS = 2;

  /** How soon it is noticed that nobody leads any more. */
  private static final int LOOK_MS = 50;

  private final Leadership leadership;
  private final Supplier<Optional<String>> obstacle;
  private final Duration deadline;
  private final Optional<String> address;
  private final AppendQueue queue;
  private final SequencerMetrics metrics;
  private volatile SequencerState state = new Away("starting");
  private volatile boolean resigned;

  // Owned by the sequencer's thread.
  private @Nullable PostgresLeader leader;
  private final Backoff backoff = new Backoff();
  private List<AppendUnit> inFlight = List.of();
  private int attempts;

  /**
   * @param obstacle why nothing may be appended, whoever leads; asked before each append
   */
  Sequencer(
      Leadership leadership,
      Supplier<Optional<String>> obstacle,
      LogConfig config,
      MeterRegistry registry) {
    this.leadership = leadership;
    this.obstacle = obstacle;
    this.deadline = config.appendDeadline();
    this.address = config.address();
    this.queue = new AppendQueue(config.queueEntries());
    this.metrics = new SequencerMetrics(registry, queue::depth);
  }

  /** What appends can expect now. */
  public SequencerState state() {
    return state;
  }

  /** Appends within the usual deadline. */
  public List<AppendResult> append(List<NewEntry> entries) {
    return append(entries, deadline);
  }

  /**
   * Appends these entries in one commit and waits until they are durable. Appending the same bytes
   * again is safe: they keep their index.
   *
   * @param entries at most 1024; of none, this says whether it leads
   * @param within how long to wait
   * @return one result for each, in order
   * @throws NotLeading when this sequencer does not lead, or ceased to
   * @throws LogBusy when too much waits already
   * @throws LogUnavailable when durability cannot be promised; nothing is known about the entries
   */
  public List<AppendResult> append(List<NewEntry> entries, Duration within) {
    if (!(state instanceof Leading)) {
      throw new NotLeading(state.sentence());
    }
    obstacle
        .get()
        .ifPresent(reason -> {
          throw new LogUnavailable("refusing to grow: " + reason);
        });
    if (entries.isEmpty()) {
      return List.of();
    }
    var unit = new AppendUnit(entries);
    queue.offer(unit);
    return unit.await(within);
  }

  /**
   * Gives up the lead for good, at once, so that another takes it while this process still serves;
   * what waits here is sent there.
   */
  void resign() {
    resigned = true;
    queue.wake();
  }

  /** The sequencer's thread: runs until interrupted. */
  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        step();
      }
    } catch (InterruptedException _) {
      LOG.debug("interrupted to stop");
    } finally {
      leave(new Stopped());
      giveBack();
    }
  }

  private void step() throws InterruptedException {
    var term = leader;
    if (state instanceof Refusing) {
      fail(queue.drain(BATCH, IDLE_CHECK_MS));
    } else if (resigned) {
      if (term != null) {
        stepDown("about to stop");
      }
      follow();
    } else if (term == null) {
      takeLead();
    } else {
      sequence(term);
    }
  }

  private void takeLead() throws InterruptedException {
    try {
      var term = leadership.begin();
      if (term.isPresent()) {
        lead(term.get());
      } else {
        follow();
      }
    } catch (SQLException | StoreFailed e) {
      state = new Away("the database does not answer");
      LOG.warnf("cannot take the lead: %s", e.getMessage());
      backoff.await();
    } catch (MemoryUnknown e) {
      away(e.detail(), null);
    } catch (TreeDamaged e) {
      refuse(e);
    } catch (RuntimeException e) { // nobody foresaw it; this thread is the only one that can lead
      away("taking the lead failed", e);
    }
  }

  /** Told once, and tried again. */
  private void away(String reason, @Nullable Throwable cause) throws InterruptedException {
    var next = new Away(reason);
    if (!next.equals(state)) {
      LOG.warnf(cause, "cannot take the lead: %s", reason);
    }
    state = next;
    backoff.await();
  }

  private void follow() throws InterruptedException {
    try {
      var other = leadership.leader();
      state = other.isPresent() ? new Following(other.get()) : new Away("another sequencer leads");
      // If it is ourselves, our last session is not yet noticed to be dead, and what waits stays.
      if (other.isPresent() && !other.equals(address)) {
        giveBack();
      }
    } catch (SQLException e) {
      state = new Away("the database does not answer");
    }
    backoff.reset();
    TimeUnit.MILLISECONDS.sleep(LOOK_MS);
  }

  private void lead(PostgresLeader term) {
    leader = term;
    backoff.reset();
    state = new Leading(term.head().epoch());
    metrics.led(term.head().size());
    LOG.infof("%s from size %d", state.sentence(), term.head().size());
  }

  private void sequence(PostgresLeader term) throws InterruptedException {
    try {
      if (inFlight.isEmpty()) {
        inFlight = queue.drain(BATCH, IDLE_CHECK_MS);
        attempts = 0;
      }
      if (inFlight.isEmpty()) {
        term.check();
      } else {
        commit(term);
      }
    } catch (SQLException | StoreFailed e) {
      lose(e);
    } catch (Superseded e) {
      stepDown(e.getMessage());
    } catch (TreeDamaged e) {
      refuse(e);
    }
  }

  private void commit(PostgresLeader term) throws SQLException {
    inFlight.removeIf(AppendUnit::abandoned);
    var batch = new ArrayList<NewEntry>();
    inFlight.forEach(unit -> batch.addAll(unit.entries()));
    if (batch.isEmpty()) {
      return;
    }
    var begun = System.nanoTime();
    var results = term.append(batch);
    metrics.sequenced(batch.size(), System.nanoTime() - begun, term.head().size());
    answer(results);
  }

  private void answer(List<AppendResult> results) {
    var from = 0;
    for (var unit : inFlight) {
      unit.complete(List.copyOf(results.subList(from, from + unit.size())));
      from += unit.size();
    }
    inFlight = List.of();
  }

  /**
   * The connection or a statement failed, and perhaps COMMIT did: whether the batch is durable is
   * open (I5). Only the database knows, so everything in memory goes, and the batch is presented
   * again in the next term, where its keys tell what became of it.
   */
  private void lose(Exception cause) {
    LOG.warnf("the outcome of a batch is open, taking over again: %s", cause.getMessage());
    leave(new Away("the database failed"));
    if (++attempts >= ATTEMPTS) {
      inFlight.forEach(unit -> unit.fail(new LogUnavailable(state.sentence())));
      inFlight = List.of();
    }
  }

  private void stepDown(@Nullable String reason) {
    if (leader != null) {
      LOG.warnf("stepping down: %s", reason);
    }
    leave(new Away(String.valueOf(reason)));
    giveBack();
  }

  /** Whoever waits here may try with another sequencer: keys tell what became of it. */
  private void giveBack() {
    fail(inFlight);
    fail(queue.drainAll());
    inFlight = List.of();
  }

  private void refuse(TreeDamaged damage) {
    LOG.errorf(
        "%s, nothing will be signed until somebody has looked and restarted the service: %s",
        damage.rollback().isPresent()
            ? "the log was rolled back (see " + Rollback.RUNBOOK + ")"
            : "the stored log contradicts itself",
        damage.detail());
    stepDown(damage.detail());
    state = new Refusing(damage.detail(), damage.rollback());
  }

  private void leave(SequencerState next) {
    state = next;
    if (leader != null) {
      leader.close();
      leader = null;
    }
  }

  private void fail(List<AppendUnit> units) {
    units.forEach(unit -> unit.fail(new NotLeading(state.sentence())));
  }
}
