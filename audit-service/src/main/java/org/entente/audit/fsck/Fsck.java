package org.entente.audit.fsck;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.audit.identity.LogKeys;
import org.entente.audit.tree.PostgresLog;
import org.jboss.logging.Logger;

/**
 * The passes over the log of this service, where each goes on from where it was. Steps are taken by
 * one thread; how it stands, any may ask.
 */
@Singleton
public class Fsck {

  private static final Logger LOG = Logger.getLogger(Fsck.class);

  private final PostgresLog log;
  private final Clock clock;
  private final LogCheck check;
  private final Duration every;
  private volatile FsckStanding standing = FsckStanding.NONE;

  // Owned by the thread that takes steps.
  private boolean begun;
  private boolean again;

  Fsck(PostgresLog log, LogKeys keys, FsckConfig config, Clock clock, MeterRegistry registry) {
    this.log = log;
    this.clock = clock;
    this.every = config.every();
    this.check = new LogCheck(keys.everSigned());
    Gauge.builder("audit.fsck.verified.size", () -> standing.verified())
        .description("Entries that the present or last pass over the log has checked")
        .register(registry);
    Gauge.builder("audit.fsck.findings", () -> standing.findings().size())
        .description("What did not fit")
        .register(registry);
    Gauge.builder("audit.fsck.age", this::age)
        .description("Time since the present or last pass began")
        .baseUnit("seconds")
        .register(registry);
  }

  private double age() {
    var started = standing.started();
    return started.isEmpty()
        ? 0
        : Duration.between(started.get(), clock.instant()).toMillis() / 1000.0;
  }

  /** How it stands, whichever replica leads and checks. */
  public FsckStanding stored() {
    return log.read(
        "reading how far the check is",
        connection -> {
          var passes = new PostgresPasses(connection);
          var last = passes.last();
          return last.isEmpty()
              ? FsckStanding.NONE
              : FsckStanding.of(last.get(), passes.findings());
        });
  }

  /** How it stands, as this replica last saw: only the one that leads goes on. */
  public FsckStanding standing() {
    return standing;
  }

  /** Looks how it stands where another replica goes on. */
  void follow() {
    standing = stored();
  }

  /**
   * Takes the next step, if one is due.
   *
   * @return whether there was one
   */
  boolean step() {
    var last = log.read("looking how far the check is", c -> new PostgresPasses(c).last());
    if (!begun) {
      // Whoever has mended something starts the service, which is not ready until a pass has ended,
      // or tells auditors of what is not so any more.
      again = !stored().findings().isEmpty();
      begun = true;
    }
    var pass = next(last, clock.instant());
    if (pass.isEmpty()) {
      tell(last.orElseThrow());
      return false;
    }
    var step = log.read("checking the log", c -> check.step(c, pass.get().position()));
    var moved = pass.get().moved(step, clock.instant());
    log.keep(
        "keeping how far the check is",
        connection -> {
          new PostgresPasses(connection).save(moved, step, clock.instant());
          return moved;
        });
    step.findings().forEach(f -> LOG.errorf("the stored log does not fit: %s", f));
    tell(moved);
    return true;
  }

  private Optional<Pass> next(Optional<Pass> last, Instant now) {
    if (last.isEmpty()) {
      return Optional.of(Pass.begun(1, now));
    }
    if (last.get().ended().isEmpty()) {
      return last;
    }
    if (!again && now.isBefore(last.get().started().plus(every))) {
      return Optional.empty();
    }
    again = false;
    return Optional.of(Pass.begun(last.get().number() + 1, now));
  }

  private void tell(Pass pass) {
    standing =
        log.read(
            "reading what the check found",
            c -> FsckStanding.of(pass, new PostgresPasses(c).findings()));
  }
}
