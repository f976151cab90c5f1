package org.entente.agreement;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the file every so often, on a thread of its own, until it is closed. */
public final class AgreementRounds implements AutoCloseable {

  private final AgreementWatch watch;
  private final AgreementHolder holder;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("exchange file").daemon().factory());

  private AgreementRounds(AgreementWatch watch, AgreementHolder holder) {
    this.watch = watch;
    this.holder = holder;
  }

  /**
   * Begins.
   *
   * @param every from the end of one look to the begin of the next; a change is taken after two
   */
  public static AgreementRounds start(
      AgreementWatch watch, Duration every, AgreementHolder holder) {
    var started = new AgreementRounds(watch, holder);
    long nanos = every.toNanos();
    var _ =
        started.rounds.scheduleWithFixedDelay(started::look, nanos, nanos, TimeUnit.NANOSECONDS);
    return started;
  }

  private void look() {
    try {
      switch (watch.look()) {
        case AgreementWatch.Sight.Nothing() -> {}
        case AgreementWatch.Sight.Again() -> holder.recover();
        case AgreementWatch.Sight.Faulty(var rejected) -> holder.refuse(rejected);
        case AgreementWatch.Sight.Another(var agreement) -> {
          holder.take(agreement);
          watch.take(agreement);
        }
      }
    } catch (
        RuntimeException e) { // The edge of the thread: a look that threw must not be the last.
      holder.fail(e);
    }
  }

  @Override
  public void close() {
    rounds.shutdownNow();
  }
}
