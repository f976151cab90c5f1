package org.entente.gateway.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

  @Test
  void what_is_under_way_is_not_begun_once_more() {
    // Given
    var begun = new AtomicInteger();
    var itself = new AtomicReference<Runnable>(() -> {});
    var once =
        new OneAtATime(() -> {
          begun.incrementAndGet();
          itself.get().run();
        });
    itself.set(once);

    // When
    once.run();
    once.run();

    // Then
    assertEquals(2, begun.get());
  }

  @Test
  void what_failed_is_over() {
    var begun = new AtomicInteger();
    var failing =
        new OneAtATime(() -> {
          begun.incrementAndGet();
          throw new IllegalStateException("once");
        });

    assertThrows(IllegalStateException.class, failing::run);
    assertThrows(IllegalStateException.class, failing::run);

    assertEquals(2, begun.get());
  }
}
