package org.entente.kit.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountedTest {

  @Test
  void one_page_two_pages_no_pages() {
    assertEquals("1 page", Counted.of(1, "page"));
    assertEquals("2 pages", Counted.of(2, "page"));
    assertEquals("0 pages", Counted.of(0, "page"));
    assertEquals("1 entry", Counted.of(1, "entry", "entries"));
    assertEquals("21 entries", Counted.of(21, "entry", "entries"));
  }
}
