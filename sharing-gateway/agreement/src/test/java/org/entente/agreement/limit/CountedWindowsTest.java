package org.entente.agreement.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.agreement.limit.CountedWindows.Closed;
import org.junit.jupiter.api.Test;

class CountedWindowsTest {

  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  private final CountedWindows<String, String> windows = new CountedWindows<>(Crowded::new);
  private final List<String> recorded = new ArrayList<>();

  @Test
  void the_first_of_a_kind_is_recorded_and_the_others_are_counted() {
    // Given
    count("kr", "first");
    count("eu", "other");

    // When
    count("kr", "second");
    assertTrue(windows.countsAlready("kr"));

    // Then
    assertEquals(List.of("first", "other"), recorded);
    assertTrue(windows.close(NOON.minusMillis(1)).isEmpty());
    var closed = windows.close(NOON);
    assertEquals(2, closed.size());
    assertTrue(closed.contains(new Closed<>("kr", "first", NOON, 3)));
    assertTrue(closed.contains(new Closed<>("eu", "other", NOON, 1)));
  }

  @Test
  void what_comes_after_the_end_opens_another_window() {
    count("kr", "first");
    assertEquals(1, windows.close(NOON).size());

    assertFalse(windows.countsAlready("kr"));
    count("kr", "second");

    assertEquals(List.of("first", "second"), recorded);
    assertEquals(List.of(new Closed<>("kr", "second", NOON, 1)), windows.close(NOON));
  }

  @Test
  void a_first_one_that_cannot_be_recorded_opens_nothing() {
    var away = new IllegalStateException("the log is away");

    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                windows.count(
                    "kr",
                    "first",
                    NOON,
                    _ -> {
                      throw away;
                    }));

    assertEquals(away, thrown);
    assertFalse(windows.countsAlready("kr"));
    assertTrue(windows.close(NOON).isEmpty());
  }

  @Test
  void nobody_is_answered_before_the_first_one_is_on_record() throws Exception {
    // Given
    var recording = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          threads.submit(() ->
              windows.count(
                  "kr",
                  "first",
                  NOON,
                  _ -> {
                    recording.countDown();
                    await(mayEnd);
                  }));
      recording.await();

      // When
      var second = threads.submit(() -> count("kr", "second"));

      // Then
      assertFalse(windows.countsAlready("kr"));
      assertFalse(second.isDone());
      assertTrue(windows.close(NOON).isEmpty());
      mayEnd.countDown();
      first.get();
      second.get();
    }
    assertTrue(recorded.isEmpty());
  }

  @Test
  void only_so_many_wait_for_a_first_one() {
    // Given
    var few = new CountedWindows<String, String>(2, Crowded::new);

    // When
    few.count(
        "kr",
        "first",
        NOON,
        _ ->
            few.count(
                "eu",
                "other",
                NOON,
                _ -> assertThrows(Crowded.class, () -> few.count("us", "no", NOON, _ -> {}))));

    // Then
    few.count("us", "room again", NOON, _ -> {});
    assertTrue(few.close(NOON).contains(new Closed<>("us", "room again", NOON, 1)));
  }

  private static final class Crowded extends RuntimeException {}

  @Test
  void none_is_lost_between_two_windows() throws Exception {
    // Given
    var opened = new AtomicLong();
    long counted = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 1_000; i++) {
        threads.execute(() -> windows.count("kr", "any", NOON, _ -> opened.incrementAndGet()));
      }

      // When
      for (int i = 0; i < 100; i++) {
        counted += sum();
      }
    }

    // Then
    assertEquals(1_000, counted + sum());
    assertTrue(opened.get() >= 1);
  }

  private long sum() {
    return windows.close(NOON).stream().mapToLong(Closed::count).sum();
  }

  private void count(String kind, String what) {
    windows.count(kind, what, NOON, recorded::add);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
