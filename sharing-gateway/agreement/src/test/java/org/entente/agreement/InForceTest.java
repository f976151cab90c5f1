package org.entente.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InForceTest {

  private final Agreement first = titled("first");
  private final Agreement second = titled("second");
  private final InForce agreements = new InForce(first);

  @Test
  void what_was_begun_under_one_ends_under_it() {
    // When
    var seen =
        agreements.throughout(() -> {
          agreements.replace(second);
          return agreements.now().title() + " " + agreements.throughout(agreements::now).title();
        });

    // Then
    assertEquals("first first", seen);
    assertSame(second, agreements.now());
  }

  @Test
  void what_is_made_of_it_is_made_once_for_each() {
    // Given
    var made = new AtomicInteger();
    var title = agreements.derive(agreement -> agreement.title() + made.incrementAndGet());

    // When
    var before = title.get() + title.get();
    agreements.replace(second);

    // Then
    assertEquals("first1first1", before);
    assertEquals("second2second2", title.get() + title.get());
  }

  private static Agreement titled(String title) {
    return new Agreement("digest of " + title, title, Optional.empty(), Map.of(), Map.of());
  }
}
