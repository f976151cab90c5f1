package org.entente.agreement;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Reads the file once, looks at it every so often on a thread of its own until it is closed, and
 * knows how it stands with it. Thread-safe; begun once.
 */
public final class AgreementRounds implements AutoCloseable {

  private final Agreement first;
  private final AgreementWatch watch;
  private volatile AgreementStanding standing;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("exchange file").daemon().factory());

  /**
   * Reads it for the first time.
   *
   * @throws AgreementRejected with all that is wrong, when it cannot be used
   */
  public AgreementRounds(AgreementFile file) {
    var reading = file.reading();
    this.first = reading.agreement();
    this.watch = new AgreementWatch(file, reading);
    this.standing = AgreementStanding.of(first);
  }

  /** What it said at first. */
  public Agreement first() {
    return first;
  }

  /** How it stands now. What is taken counts once the holder has taken it. */
  public AgreementStanding standing() {
    return standing;
  }

  /**
   * Begins.
   *
   * @param every from the end of one look to the begin of the next; a change is taken after two
   */
  public void begin(Duration every, AgreementHolder holder) {
    long nanos = every.toNanos();
    var _ = rounds.scheduleWithFixedDelay(() -> look(holder), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private void look(AgreementHolder holder) {
    try {
      switch (watch.look()) {
        case AgreementWatch.Sight.Nothing() -> {}
        case AgreementWatch.Sight.Again() -> {
          standing = standing.by(standing.digest());
          holder.recover();
        }
        case AgreementWatch.Sight.Faulty(var rejected) -> {
          standing = standing.troubled(String.valueOf(rejected.getMessage()));
          holder.refuse(rejected);
        }
        case AgreementWatch.Sight.Another(var agreement) -> {
          holder.take(agreement);
          watch.take(agreement);
          standing = standing.by(agreement.digest());
        }
      }
    } catch (
        RuntimeException e) { // The edge of the thread: a look that threw must not be the last.
      var before = standing;
      standing = before.troubled("not taken, tried again at each look: " + e);
      if (!standing.equals(before)) {
        holder.fail(e);
      }
    }
  }

  @Override
  public void close() {
    rounds.shutdownNow();
  }
}
