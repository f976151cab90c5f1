package org.entente.audit.timestamp;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** How each time-stamp authority stands, for operators. Thread-safe. */
@Singleton
class TimestampStanding {

  private static final Logger LOG = Logger.getLogger(TimestampStanding.class);

  private static final String AGE = "audit.timestamp.age";
  private static final String SIZE = "audit.timestamp.size";

  private final Map<String, State> states = new ConcurrentHashMap<>();
  private final MeterRegistry registry;
  private final Clock clock;

  TimestampStanding(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * One authority.
   *
   * @param last its newest stamp; empty when there is none
   * @param since when that was, or when it was first waited for
   * @param trouble what was wrong the last time; empty when nothing was
   */
  record State(Optional<Stamp> last, Instant since, String trouble) {}

  /** From now on it is watched. */
  void expect(Authority authority) {
    var party = authority.party();
    states.put(party, new State(Optional.empty(), clock.instant(), ""));
    Gauge.builder(AGE, () -> age(party))
        .description("Time since this party's authority last stamped a checkpoint")
        .baseUnit("seconds")
        .tag("party", party)
        .register(registry);
    Gauge.builder(SIZE, () -> state(party).last().map(Stamp::size).orElse(0L))
        .description("Size of the log that this party's authority stamped last")
        .tag("party", party)
        .register(registry);
    failures(party);
  }

  /** It is no party's choice any more: its age would grow for ever, and alarm. */
  void forget(Authority authority) {
    var party = authority.party();
    states.remove(party);
    for (var name : List.of(AGE, SIZE)) {
      registry.find(name).tag("party", party).meters().forEach(registry::remove);
    }
  }

  void stamped(Authority authority, Stamp last) {
    var before = states.replace(authority.party(), new State(Optional.of(last), last.kept(), ""));
    if (before != null && !before.trouble().isEmpty()) {
      LOG.infof("time stamps of %s come again, at size %d", authority.party(), last.size());
    }
  }

  /** Told once, until it is something else. */
  void failed(Authority authority, String why) {
    var before = state(authority.party());
    states.replace(authority.party(), new State(before.last(), before.since(), why));
    failures(authority.party()).increment();
    if (!before.trouble().equals(why)) {
      LOG.warnf("no time stamp of %s: %s", authority.party(), why);
    }
  }

  private Counter failures(String party) {
    return Counter.builder("audit.timestamp.failures")
        .description("Attempts to get a time stamp that brought none")
        .tag("party", party)
        .register(registry);
  }

  private State state(String party) {
    return states.getOrDefault(party, new State(Optional.empty(), Instant.EPOCH, ""));
  }

  private double age(String party) {
    return Duration.between(state(party).since(), clock.instant()).toMillis() / 1000.0;
  }

  /** All of them by party. */
  Map<String, State> all() {
    return new TreeMap<>(states);
  }
}
