package org.entente.audit.fsck;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.entente.audit.background.Rounds;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.sequencer.Sequencer;
import org.entente.audit.sequencer.SequencerState;
import org.entente.audit.tree.StoreFailed;
import org.jboss.logging.Logger;

/**
 * Checks the log step by step in the background, on the replica that leads; the others look what it
 * found. It works one part of the time in four, so that appends have the machine. What comes of it
 * goes into the log.
 */
@Singleton
final class FsckRounds {

  private static final Logger LOG = Logger.getLogger(FsckRounds.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final int REST_TIMES = 3;

  private final Fsck fsck;
  private final FsckReport report;
  private final Sequencer sequencer;
  private final Rounds rounds = new Rounds(Thread.ofPlatform().name("fsck"), this::round);

  FsckRounds(Fsck fsck, FsckReport report, Sequencer sequencer) {
    this.fsck = fsck;
    this.report = report;
    this.sequencer = sequencer;
  }

  void start(@Observes StartupEvent event) {
    rounds.start();
  }

  /** How long to rest then. */
  private Duration round() {
    var begun = System.nanoTime();
    try {
      if (sequencer.state() instanceof SequencerState.Leading) {
        var more = fsck.step();
        record();
        return more ? Duration.ofNanos(REST_TIMES * (System.nanoTime() - begun)) : LOOK_EVERY;
      }
      fsck.follow();
    } catch (StoreFailed e) {
      LOG.warnf("the check of the log waits: %s", e.getMessage());
    }
    return LOOK_EVERY;
  }

  /** What cannot be recorded stays due; the service's log and readiness say it meanwhile. */
  private void record() {
    try {
      report.step();
    } catch (Refusal e) {
      LOG.warnf("what the check found is not recorded yet: %s", e.getMessage());
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    rounds.stop();
  }
}
