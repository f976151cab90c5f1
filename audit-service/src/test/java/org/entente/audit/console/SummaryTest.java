package org.entente.audit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private static Summary.Group group(String party, String operation) {
    return new Summary.Group(
        party, "feed", operation, "allowed", "", 1, Instant.EPOCH, Instant.EPOCH, 0);
  }

  @Test
  void it_is_said_when_entries_or_groups_are_left_out() {
    var one = List.of(group("kr", "lookup"));

    assertFalse(new Summary(one, Summary.MOST - 1).capped());
    assertTrue(new Summary(one, Summary.MOST).capped());
    assertTrue(new Summary(Collections.nCopies(Summary.MOST_GROUPS, one.getFirst()), 700).capped());
  }

  @Test
  void clients_of_two_parties_with_one_name_are_two_actors() {
    var groups = List.of(group("kr", "lookup"), group("kr", "rights.get"), group("eu", "lookup"));

    assertEquals(2, new Summary(groups, 3).actors());
  }
}
