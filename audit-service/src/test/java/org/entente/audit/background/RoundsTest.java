package org.entente.audit.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.audit.background.Rounds.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Steps come as long as they are wanted, whatever becomes of one, and no longer. */
class RoundsTest {

  private static final Duration NOT_TODAY = Duration.ofDays(1);

  private final Semaphore taken = new Semaphore(0);
  private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

  private Rounds of(Thread.Builder kind, Step step) {
    return new Rounds(
        kind,
        () -> {
          thread.set(Thread.currentThread());
          taken.release();
          return step.take();
        },
        Duration.ZERO);
  }

  private void awaitSteps(int many) throws InterruptedException {
    assertTrue(taken.tryAcquire(many, 30, TimeUnit.SECONDS), "too few steps");
  }

  private boolean ended() {
    var its = thread.get();
    return its != null && !its.isAlive();
  }

  @Test
  void steps_follow_each_other_until_it_is_stopped() throws Exception {
    var rounds = of(Thread.ofVirtual(), () -> Duration.ZERO);
    rounds.start();

    awaitSteps(3);
    rounds.stop();

    assertTrue(ended());
  }

  @Test
  void a_rest_however_long_does_not_outlast_the_stop() throws Exception {
    for (var kind : new Thread.Builder[] {Thread.ofVirtual(), Thread.ofPlatform()}) {
      var rounds = of(kind, () -> NOT_TODAY);
      rounds.start();
      awaitSteps(1);

      rounds.stop();

      assertTrue(ended());
      assertEquals(0, taken.availablePermits(), "it rests");
    }
  }

  @Test
  void a_step_that_waits_is_interrupted() throws Exception {
    var rounds =
        of(
            Thread.ofVirtual(),
            () -> {
              new CountDownLatch(1).await();
              return NOT_TODAY;
            });
    rounds.start();
    awaitSteps(1);

    rounds.stop();

    assertTrue(ended());
  }

  @Test
  void a_step_that_cannot_be_interrupted_does_not_hold_up_the_stop() throws Exception {
    var over = new CountDownLatch(1);
    var rounds =
        of(
            Thread.ofPlatform(),
            () -> {
              while (over.getCount() > 0) {
                Thread.onSpinWait();
              }
              return Duration.ZERO;
            });
    rounds.start();
    awaitSteps(1);

    rounds.stop(Duration.ofMillis(1));

    assertFalse(ended());
    over.countDown();
    rounds.stop();
    assertTrue(ended(), "and it is its last");
  }

  @Test
  void what_a_step_did_not_foresee_is_not_the_end() throws Exception {
    var rounds =
        of(
            Thread.ofVirtual(),
            () -> {
              throw new IllegalStateException("unforeseen");
            });
    rounds.start();

    awaitSteps(3);
    rounds.stop();

    assertTrue(ended());
  }

  @Test
  void what_never_started_is_stopped_at_once() throws Exception {
    of(Thread.ofVirtual(), () -> NOT_TODAY).stop();

    assertEquals(0, taken.availablePermits());
  }
}
