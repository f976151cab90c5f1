package org.entente.audit.timestamp;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.background.Rounds;
import org.entente.audit.sequencer.Sequencer;
import org.entente.audit.sequencer.SequencerState;
import org.entente.audit.timestamp.Stamping.Errand;
import org.entente.audit.tree.CheckpointUnknown;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoreFailed;
import org.entente.log.EvidenceRejected;
import org.entente.timestamp.TimeStampRejected;

/**
 * Has checkpoints stamped, by each authority on a thread of its own: a slow one keeps nobody
 * waiting, and no append ever waits for any. Only the replica that leads asks.
 */
@Singleton
final class TimestampRounds {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
  private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

  private final Sequencer sequencer;
  private final TimestampStanding standing;
  private final Duration every;
  private final List<Rounds> rounds = new ArrayList<>();

  TimestampRounds(Sequencer sequencer, TimestampStanding standing, TimestampConfig config) {
    this.sequencer = sequencer;
    this.standing = standing;
    this.every = config.every();
  }

  void start(
      @Observes StartupEvent event,
      Authorities authorities,
      TimestampClient client,
      PostgresLog log,
      Clock clock) {
    for (var authority : authorities.all()) {
      standing.expect(authority);
      var stamping = new Stamping(authority, client, log, clock);
      var thread = Thread.ofVirtual().name("time stamps of " + authority.party());
      rounds.add(new Rounds(thread, () -> round(authority, stamping)));
    }
    rounds.forEach(Rounds::start);
  }

  /** How long to wait then. */
  private Duration round(Authority authority, Stamping stamping) throws InterruptedException {
    try {
      if (sequencer.state() instanceof SequencerState.Leading) {
        switch (stamping.errand(every)) {
          case Errand.None(var last) -> last.ifPresent(l -> standing.stamped(authority, l));
          case Errand.Due(var due) -> standing.stamped(authority, stamping.stamp(due));
        }
      }
      return shorter(LOOK_EVERY);
    } catch (CheckpointUnknown _) {
      return shorter(LOOK_EVERY); // nothing is signed yet
    } catch (IOException | StoreFailed | TimeStampRejected | EvidenceRejected e) {
      standing.failed(authority, String.valueOf(e.getMessage()));
      return shorter(TRY_AGAIN);
    }
  }

  private Duration shorter(Duration than) {
    return every.compareTo(than) < 0 ? every : than;
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    for (var each : rounds) {
      each.stop();
    }
  }
}
