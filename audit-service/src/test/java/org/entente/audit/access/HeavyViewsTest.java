package org.entente.audit.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.entente.audit.refusal.RefusalCode;
import org.junit.jupiter.api.Test;

/** Views that take long leave connections to others. */
class HeavyViewsTest {

  private static final String HEAVY = "console.months";

  private final HeavyViews views = new HeavyViews(Duration.ofMillis(50));

  @Test
  void so_many_are_made_at_a_time_and_one_more_is_refused() throws Exception {
    var begun = new CountDownLatch(HeavyViews.AT_ONCE);
    var end = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var made =
          Stream.generate(() -> threads.submit(() -> views.within(HEAVY, () -> held(begun, end))))
              .limit(HeavyViews.AT_ONCE)
              .toList();
      try {
        begun.await();
        var refused = assertThrows(ViewsBusy.class, () -> views.within(HEAVY, () -> "one more"));
        assertEquals(RefusalCode.VIEWS_BUSY, refused.code());
        assertEquals("light", views.within("console.overview", () -> "light"));
      } finally {
        end.countDown();
      }
      for (Future<String> view : made) {
        assertEquals("made", view.get());
      }
    }
    assertEquals("again", views.within(HEAVY, () -> "again"));
  }

  private static String held(CountDownLatch begun, CountDownLatch end) {
    try {
      begun.countDown();
      end.await();
      return "made";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void one_that_fails_makes_room() {
    for (var i = 0; i <= HeavyViews.AT_ONCE; i++) {
      assertThrows(IllegalStateException.class, () -> views.within(HEAVY, HeavyViewsTest::fail));
    }
    assertEquals("made", views.within(HEAVY, () -> "made"));
  }

  private static String fail() {
    throw new IllegalStateException("no page");
  }
}
