package org.entente.audit.timestamp;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.agreement.Agreement;
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
  private final Authorities authorities;
  private final Stampings stampings;
  private final Map<Authority, Rounds> rounds = new HashMap<>();

  /** What stamping takes. */
  @Singleton
  record Stampings(TimestampClient client, PostgresLog log, Clock clock, TimestampConfig config) {

    Stamping of(Authority authority) {
      return new Stamping(authority, client, log, clock);
    }
  }

  TimestampRounds(
      Sequencer sequencer,
      TimestampStanding standing,
      Authorities authorities,
      Stampings stampings) {
    this.sequencer = sequencer;
    this.standing = standing;
    this.every = stampings.config().every();
    this.authorities = authorities;
    this.stampings = stampings;
  }

  void start(@Observes StartupEvent event) {
    renew();
  }

  /** The parties may choose others at any time. */
  void agree(@Observes Agreement unused) throws InterruptedException {
    var chosen = Set.copyOf(authorities.all());
    for (var gone : gone(chosen)) {
      gone.getValue().stop();
      rounds.remove(gone.getKey());
      standing.forget(gone.getKey());
    }
    renew();
  }

  private List<Map.Entry<Authority, Rounds>> gone(Set<Authority> chosen) {
    return rounds.entrySet().stream().filter(each -> !chosen.contains(each.getKey())).toList();
  }

  private void renew() {
    for (var authority : authorities.all()) {
      rounds.computeIfAbsent(authority, this::begin);
    }
  }

  private Rounds begin(Authority authority) {
    standing.expect(authority);
    var stamping = stampings.of(authority);
    var thread = Thread.ofVirtual().name("time stamps of " + authority.party());
    var begun = new Rounds(thread, () -> round(authority, stamping));
    begun.start();
    return begun;
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
      standing.failed(authority, requireNonNullElse(e.getMessage(), e.toString()));
      return shorter(TRY_AGAIN);
    }
  }

  private Duration shorter(Duration than) {
    return every.compareTo(than) < 0 ? every : than;
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    for (var each : rounds.values()) {
      each.stop();
    }
  }
}
