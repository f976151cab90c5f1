package org.entente.audit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.entente.audit.console.Asked;
import org.entente.audit.search.SearchParameters;
import org.junit.jupiter.api.Test;

/** What a page says of an export is what the export will be. */
class OfferTest {

  private static Offer offer(int most, Long... newestFirst) {
    var asked = new SearchParameters();
    asked.party = "kr&before=3";
    return new Offer(new Asked(asked), Part.of(true, List.of(newestFirst), most));
  }

  @Test
  void all_that_was_found_is_one_part() {
    var offer = offer(3, 9L, 7L, 4L);

    assertEquals(3, offer.count());
    assertEquals(4, offer.first());
    assertEquals(9, offer.last());
    assertEquals(Optional.empty(), offer.rest());
  }

  @Test
  void one_too_many_says_where_the_next_part_begins() {
    var offer = offer(2, 9L, 7L, 4L);

    assertEquals(2, offer.count());
    assertEquals(7, offer.first());
    assertEquals(Optional.of("party=kr%26before%3D3&before=7"), offer.rest());
  }

  @Test
  void the_files_have_what_was_told_although_the_log_grows() {
    assertEquals("party=kr%26before%3D3&before=10", offer(2, 9L, 7L, 4L).same());
  }

  @Test
  void nothing_is_offered_where_nothing_matches() {
    assertTrue(offer(2).empty());
  }
}
