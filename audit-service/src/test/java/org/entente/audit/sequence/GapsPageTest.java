package org.entente.audit.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages of gaps join without telling of one twice or leaving one out. */
class GapsPageTest {

  private static final ClientName CLIENT = new ClientName("kr", "kr-feed");

  @Test
  void the_next_page_begins_behind_the_last_number_that_was_looked_at() {
    var first = GapsPage.of(40, CLIENT, 0, List.of(2L, 5L), true);
    var second = GapsPage.of(40, CLIENT, 5, List.of(6L, 9L), false);

    assertEquals(
        new GapsPage(40, "kr", "kr-feed", 5, List.of(new Gap(1, 1), new Gap(3, 4)), 5L), first);
    assertEquals(new GapsPage(40, "kr", "kr-feed", 9, List.of(new Gap(7, 8)), null), second);
  }
}
