package org.entente.gateway.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.entente.gateway.watch.Step;
import org.entente.gateway.watch.Steps;
import org.entente.gateway.watch.Traces;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Steps STEPS = new Steps(new SimpleMeterRegistry(), Traces.none());

  @Test
  void a_party_that_has_all_its_places_waits_and_another_does_not() throws InterruptedException {
    var turns = new Turns(2, Duration.ofMillis(50), Step.LOG, STEPS);
    var done = new CountDownLatch(1);
    var calling = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      Thread.ofVirtual().start(() -> turns.of("kr", () -> await(calling, done)));
    }
    calling.await();

    assertThrows(NoTurn.class, () -> turns.of("kr", () -> "called"));
    assertEquals("called", turns.of("eu", () -> "called"));
    done.countDown();
  }

  @Test
  void whose_turn_comes_is_called() throws InterruptedException {
    var turns = new Turns(1, Duration.ofMinutes(1), Step.LOG, STEPS);
    var done = new CountDownLatch(1);
    var calling = new CountDownLatch(1);
    Thread.ofVirtual().start(() -> turns.of("kr", () -> await(calling, done)));
    calling.await();
    var second = CompletableFuture.supplyAsync(() -> turns.of("kr", () -> "called"));

    done.countDown();

    assertEquals("called", second.join());
  }

  @Test
  void a_call_that_fails_gives_its_place_back() {
    var turns = new Turns(1, Duration.ZERO, Step.LOG, STEPS);

    assertThrows(IllegalStateException.class, () -> turns.of("kr", TurnsTest::fail));

    assertEquals("called", turns.of("kr", () -> "called"));
  }

  @Test
  void no_place_at_all_is_a_mistake() {
    assertThrows(
        IllegalArgumentException.class, () -> new Turns(0, Duration.ZERO, Step.LOG, STEPS));
  }

  private static String fail() {
    throw new IllegalStateException("as a call may");
  }

  private static String await(CountDownLatch calling, CountDownLatch done) {
    calling.countDown();
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "called";
  }
}
