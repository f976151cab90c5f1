package org.entente.audit.witness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.log.TlogPolicy;
import org.jboss.logging.Logger;

/**
 * How long, and for how many entries, the log goes on without its witnesses; then it refuses,
 * because a history that nobody else sees is one its operator could still rewrite. Unlimited
 * without a quorum. A restart begins the time anew; the entries count on. Thread-safe.
 */
@Singleton
public class WitnessBudget {

  private static final Logger LOG = Logger.getLogger(WitnessBudget.class);

  private final WitnessConfig.Budget budget;
  private final Clock clock;
  private final boolean needed;
  private volatile Round last;
  private boolean warned;

  /**
   * What a round to the witnesses found.
   *
   * @param at when it ended
   * @param waiting entries behind the newest witnessed checkpoint
   * @param witnessed when nothing was waiting last
   */
  private record Round(Instant at, long waiting, Instant witnessed) {}

  WitnessBudget(WitnessConfig config, Witnesses witnesses, MeterRegistry registry, Clock clock) {
    this.budget = config.budget();
    this.clock = clock;
    this.needed = !witnesses.policy().quorum().equals(TlogPolicy.NO_QUORUM);
    this.last = new Round(clock.instant(), 0, clock.instant());
    Gauge.builder("audit.unwitnessed.entries", () -> last.waiting())
        .description("Entries behind the newest checkpoint that the quorum has cosigned")
        .register(registry);
    Gauge.builder("audit.unwitnessed.age", this::age)
        .description("Time since nothing was unwitnessed; beyond the budget the log refuses")
        .baseUnit("seconds")
        .register(registry);
  }

  /**
   * Notes what a round found. An alarm comes at a quarter of the budget.
   *
   * @param newest the size that was shown to the witnesses
   * @param witnessed the largest that the quorum has cosigned; more than that, when another replica
   *     has shown them a newer one meanwhile
   */
  void round(long newest, long witnessed) {
    var now = clock.instant();
    var waiting = Math.max(0, newest - witnessed);
    last = new Round(now, waiting, waiting == 0 ? now : last.witnessed());
    var alarming = waiting > budget.entries() / 4 || age() > budget.time().toMillis() / 1000.0 / 4;
    if (needed && alarming && !warned) {
      LOG.warnf(
          "%d entries are not witnessed since %s; the log refuses more at %d entries or after %s",
          waiting, last.witnessed(), budget.entries(), budget.time());
    }
    warned = alarming;
  }

  private double age() {
    return Duration.between(last.witnessed(), clock.instant()).toMillis() / 1000.0;
  }

  /** Why nothing more may be appended; empty while something may. */
  public Optional<String> exhausted() {
    var round = last;
    if (!needed) {
      return Optional.empty();
    }
    var now = clock.instant();
    if (round.waiting() > budget.entries()) {
      return Optional.of(round.waiting() + " entries are not witnessed");
    }
    if (round.waiting() > 0 && isOver(round.witnessed(), now)) {
      return Optional.of("the log is not witnessed since " + round.witnessed());
    }
    return isOver(round.at(), now)
        ? Optional.of("the witnesses were not asked since " + round.at())
        : Optional.empty();
  }

  private boolean isOver(Instant since, Instant now) {
    return Duration.between(since, now).compareTo(budget.time()) > 0;
  }
}
