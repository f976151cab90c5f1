package org.entente.audit.fsck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.entente.audit.TestErasure;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.junit.jupiter.api.Test;

/** What the log says is erased, and is stored nevertheless, is found; by record, not by person. */
class ErasedTest extends PostgresTest {

  private static final String A_MINUTE_LATER =
      "UPDATE log_state SET sequenced_ms = sequenced_ms + 60001";
  private final List<NewEntry> entries = TestLog.fresh(600);

  private TestLog log(NewEntry... erasures) throws Exception {
    var log = TestLog.create(server);
    var sequencer = log.lead(log.database());
    sequencer.append(entries);
    sequencer.append(List.of(erasures));
    log.stop();
    return log;
  }

  @Test
  void rows_that_a_record_says_are_gone_are_told_once_by_that_record() throws Exception {
    try (var log = log(TestErasure.ofClient(entries, 250, 520))) {
      // Given
      log.execute(A_MINUTE_LATER);

      // When
      var findings = findings(log);

      // Then
      assertEquals(
          List.of("entry 600: says that personal fields are erased which are stored"), findings);
    }
  }

  @Test
  void one_row_is_enough_and_none_is_sound() throws Exception {
    try (var log = log(TestErasure.ofClient(entries, 250, 520))) {
      // Given
      log.execute(A_MINUTE_LATER + "; DELETE FROM disclosure WHERE idx BETWEEN 250 AND 518");
      assertEquals(1, findings(log).size());

      // When
      log.execute("DELETE FROM disclosure WHERE idx = 519");

      // Then
      assertEquals(List.of(), findings(log));
    }
  }

  @Test
  void within_a_minute_they_may_still_go() throws Exception {
    try (var log = log(TestErasure.ofClient(entries, 0, 10))) {
      assertEquals(List.of(), findings(log));
    }
  }

  @Test
  void of_all_that_was_due_the_last_record_says_so() throws Exception {
    try (var log = log(TestErasure.due(20), TestErasure.due(30))) {
      // Given
      log.execute(A_MINUTE_LATER + "; DELETE FROM disclosure WHERE idx < 29");

      // When
      var findings = findings(log);

      // Then
      assertEquals(
          List.of("entry 601: says that personal fields are erased which are stored"), findings);
    }
  }

  /** But for the head, whose time was changed to test this. */
  private static List<String> findings(TestLog log) throws SQLException {
    try (var connection = log.database().getConnection()) {
      return new Passes(TestLog.policy())
          .run(connection).stream()
              .map(Finding::toString)
              .filter(finding -> finding.startsWith("entry "))
              .toList();
    }
  }
}
