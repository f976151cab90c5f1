package org.entente.audit.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.entente.audit.TestErasure;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy from before an erasure has what was erased; the log knows it, and it goes again. */
class ErasedAgainTest extends PostgresTest {

  private static final String PERSONAL = "SELECT idx FROM disclosure ORDER BY idx";
  private static final String FILED = "SELECT idx FROM reconciliation ORDER BY idx";

  @TempDir Path folder;

  @Test
  void what_a_client_was_erased_of_is_erased_again_and_nothing_else() throws Exception {
    // Given a copy of 10 entries, and an erasure of entries 3 to 12
    var entries = TestLog.fresh(15);
    var erasure = TestErasure.ofClient(entries, 3, 13);
    try (var older =
        OlderCopy.ofEntries(
            folder,
            10,
            List.of(entries.subList(0, 10), entries.subList(10, 15), List.of(erasure)))) {
      // When
      assertEquals(RestoreCommand.DONE, older.restore(), older.said());

      // Then
      assertEquals(List.of("0", "1", "2"), older.copy.column(PERSONAL));
      assertTrue(
          older
              .said()
              .contains(
                  "Erased the personal fields of 7 entries again, as entry 15 of the log says."),
          older.said());
    }
  }

  @Test
  void what_was_filed_about_that_client_before_goes_too() throws Exception {
    // Given
    var entries = TestLog.fresh(5);
    var erasure = TestErasure.ofClient(entries, 3, 5);
    try (var older =
        OlderCopy.ofEntries(folder, 6, List.of(entries, List.of(erasure), TestLog.fresh(1)))) {
      older.copy.execute(filed(0, "kr-feed") + filed(1, "kr-desk"));

      // When
      assertEquals(RestoreCommand.DONE, older.restore(), older.said());

      // Then
      assertEquals(List.of("1"), older.copy.column(FILED));
    }
  }

  private static String filed(int index, String client) {
    return "INSERT INTO reconciliation VALUES (%d, 'kr', '%s', '{}', 0, 0, 0, 0);"
        .formatted(index, client);
  }

  @Test
  void where_nothing_is_missing_but_rows_came_back_they_go() throws Exception {
    // Given
    var entries = TestLog.fresh(5);
    var erasure = TestErasure.ofClient(entries, 0, 5);
    try (var older = OlderCopy.ofEntries(folder, 6, List.of(entries, List.of(erasure)))) {
      // When
      assertEquals(RestoreCommand.DONE, older.restore(), older.said());

      // Then
      assertTrue(older.said().contains("Nothing is missing"), older.said());
      assertEquals(List.of(), older.copy.column(PERSONAL));
    }
  }

  @Test
  void what_was_due_is_left_to_the_service() throws Exception {
    // Given
    var entries = TestLog.fresh(5);
    try (var older =
        OlderCopy.ofEntries(folder, 5, List.of(entries, List.of(TestErasure.due(5))))) {
      // When
      assertEquals(RestoreCommand.DONE, older.restore(), older.said());

      // Then
      assertEquals(5, older.copy.column(PERSONAL).size());
      assertFalse(older.said().contains("Erased"), older.said());
    }
  }
}
