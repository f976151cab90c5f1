package org.entente.audit.witness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** How each witness stands, for operators. Thread-safe. */
@Singleton
class WitnessStanding {

  private static final Logger LOG = Logger.getLogger(WitnessStanding.class);

  private final Map<String, State> states = new ConcurrentHashMap<>();
  private final MeterRegistry registry;
  private final Clock clock;

  WitnessStanding(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * One witness.
   *
   * @param size the last one it cosigned for this replica; 0 when none
   * @param since when it did, or when it was first asked
   * @param trouble what is wrong with it; empty when nothing is
   * @param ahead whether it has cosigned more than this log holds
   */
  record State(long size, Instant since, String trouble, boolean ahead) {}

  /** From now on it is watched. */
  void expect(WitnessAddress witness) {
    states.put(witness.name(), new State(0, clock.instant(), "", false));
    Gauge.builder("audit.cosigned.size", () -> state(witness).size())
        .description("Size of the log that this witness cosigned last")
        .tag("witness", witness.name())
        .register(registry);
    Gauge.builder("audit.cosign.age", () -> age(witness))
        .description("Time since this witness last cosigned")
        .baseUnit("seconds")
        .tag("witness", witness.name())
        .register(registry);
    Gauge.builder("audit.witness.ahead", () -> state(witness).ahead() ? 1 : 0)
        .description("1 when this witness has cosigned more than this log holds")
        .tag("witness", witness.name())
        .register(registry);
  }

  void cosigned(WitnessAddress witness, long size) {
    var before = states.put(witness.name(), new State(size, clock.instant(), "", false));
    if (before == null || !before.trouble().isEmpty()) {
      LOG.infof("witness %s cosigns again, at size %d", witness.name(), size);
    }
  }

  /** Told once, until it is something else. */
  void failed(WitnessAddress witness, String why) {
    trouble(witness, why, false);
  }

  /** It has cosigned more than this log holds. */
  void ahead(WitnessAddress witness, long size, long newest) {
    trouble(
        witness,
        "it has cosigned size " + size + ", this log ends at " + newest + ": an older copy runs",
        true);
  }

  private void trouble(WitnessAddress witness, String why, boolean ahead) {
    var before = state(witness);
    states.put(witness.name(), new State(before.size(), before.since(), why, ahead));
    if (!before.trouble().equals(why)) {
      LOG.warnf("witness %s: %s", witness.name(), why);
    }
  }

  private State state(WitnessAddress witness) {
    return states.getOrDefault(witness.name(), new State(0, Instant.EPOCH, "", false));
  }

  private double age(WitnessAddress witness) {
    return Duration.between(state(witness).since(), clock.instant()).toMillis() / 1000.0;
  }

  /** All of them by name. */
  Map<String, State> all() {
    return new TreeMap<>(states);
  }
}
