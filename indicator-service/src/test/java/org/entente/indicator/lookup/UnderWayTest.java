package org.entente.indicator.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Supplier;
import org.entente.indicator.batch.Overloaded;
import org.junit.jupiter.api.Test;

class UnderWayTest {
  private final UnderWay underWay = new UnderWay(4);

  @Test
  void one_party_leaves_room_for_another() {
    String answer =
        underWay.within(
            "kr",
            () ->
                underWay.within(
                    "kr",
                    () -> {
                      assertThrows(Overloaded.class, () -> look("kr"));
                      return look("eu");
                    }));

    assertEquals("eu", answer);
    assertEquals("kr", look("kr"), "room again");
  }

  @Test
  void all_together_have_no_more_than_there_is() {
    both("kr", () -> both("eu", () -> assertThrows(Overloaded.class, () -> look("us"))));

    assertEquals("us", look("us"));
  }

  @Test
  void one_that_fails_makes_room() {
    for (int i = 0; i < 5; i++) {
      assertThrows(
          IllegalStateException.class,
          () ->
              underWay.within(
                  "kr",
                  () -> {
                    throw new IllegalStateException("no answer");
                  }));
    }

    assertEquals("kr", look("kr"));
  }

  private <T> T both(String party, Supplier<T> then) {
    return underWay.within(party, () -> underWay.within(party, then));
  }

  private String look(String party) {
    return underWay.within(party, () -> party);
  }
}
