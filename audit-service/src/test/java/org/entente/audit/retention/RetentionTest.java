package org.entente.audit.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.audit.administration.LogEvents;
import org.entente.audit.record.PersonalRow;
import org.entente.audit.record.RecordedErasure;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.entente.audit.tree.PostgresErasures;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoreFailed;
import org.entente.audit.visibility.Readership;
import org.junit.jupiter.api.Test;

/** What is due goes, the log says so first, and the rest stays. */
class RetentionTest extends PostgresTest {

  private static Erasures erasures(TestLog log) throws InterruptedException {
    return new Erasures(
        new LogEvents(
            TestLog.alone(log.lead(log.database())),
            new Readership(Set.of("kr"), List.of()),
            TestLog.KEYS,
            UUID::randomUUID,
            Clock.systemUTC()),
        new PostgresDisclosures(new PostgresLog(log.database())));
  }

  private static final String PERSONAL = "SELECT idx FROM disclosure ORDER BY idx";
  private static final String TOLD =
      "SELECT convert_from(body, 'UTF8')::json -> 'exchange' ->> 'sha256' FROM entry"
          + " WHERE operation = 'log.erase' ORDER BY idx";

  private static long sequencedMs(TestLog log, int index) throws SQLException {
    var sql = "SELECT sequenced_ms FROM entry WHERE idx = " + index;
    return Long.parseLong(log.column(sql).getFirst());
  }

  /** So that the next commit has another time. */
  private static void awaitAnotherMillisecond() {
    for (var now = System.currentTimeMillis(); System.currentTimeMillis() == now; ) {
      Thread.onSpinWait();
    }
  }

  @Test
  void what_was_sequenced_before_goes_and_what_came_later_stays() throws Exception {
    try (var log = TestLog.create(server)) {
      var old = log.lead(log.database());
      old.append(TestLog.fresh(3));
      awaitAnotherMillisecond();
      old.append(TestLog.fresh(2));
      log.stop();

      var erased = erasures(log).before(sequencedMs(log, 3));

      assertEquals(new Erasures.Erased(3, List.of(5L)), erased);
      assertEquals(List.of("3", "4"), log.column(PERSONAL));
      assertEquals(1, log.column(TOLD).size());
    }
  }

  @Test
  void the_words_of_a_review_go_when_its_last_record_is_due() throws Exception {
    try (var log = TestLog.create(server)) {
      var old = log.lead(log.database());
      old.append(TestLog.fresh(3));
      awaitAnotherMillisecond();
      old.append(TestLog.fresh(2));
      log.stop();
      log.execute(review(0, "1") + review(1, "4") + review(2, "NULL") + review(-1, "NULL"));
      log.execute("UPDATE review SET withdrawn_idx = 4 WHERE opened_idx = -1");

      erasures(log).before(sequencedMs(log, 3));

      assertEquals(List.of("-1", "1"), log.column(WORDS));
    }
  }

  @Test
  void the_words_of_a_review_stay_when_a_person_is_erased() throws Exception {
    try (var log = TestLog.create(server)) {
      log.lead(log.database()).append(TestLog.fresh(3));
      log.stop();
      log.execute(review(0, "1"));

      erasures(log).of("kr", "kr-feed", "a request");

      assertEquals(List.of(), log.column(PERSONAL));
      assertEquals(List.of("0"), log.column(WORDS));
    }
  }

  private static final String WORDS =
      "SELECT opened_idx FROM review WHERE salt IS NOT NULL AND query IS NOT NULL ORDER BY 1";

  private static String review(int opened, String signed) {
    return """
    INSERT INTO review (id, owner, form, tree_size, root, entries, query, salt, note, opened_idx, signed_idx)
    VALUES (gen_random_uuid(), 'kr', gen_random_uuid(), 0, sha256(''), 0, '', 'salt', 'note', %d, %s);
    """
        .formatted(opened, signed);
  }

  @Test
  void the_record_of_a_clients_erasure_marks_what_is_gone_and_no_other() throws Exception {
    try (var log = TestLog.create(server)) {
      // Given
      var sequencer = log.lead(log.database());
      sequencer.append(TestLog.fresh(750));
      sequencer.append(TestLog.fresh(750));
      log.stop();
      var rows = log.column("SELECT disclosures FROM disclosure ORDER BY idx");

      // When
      erasures(log).of("kr", "kr-feed", "a request");

      // Then
      var told = told(log);
      assertEquals(List.of(1500L, 1501L), told.stream().map(RecordedErasure::index).toList());
      for (var i = 0; i < 1_500; i++) {
        var mark = new PersonalRow(i, rows.get(i)).mark();
        assertEquals(i < 1_000, told.getFirst().covers(i, mark));
        assertEquals(i >= 1_000, told.getLast().covers(i, mark));
      }
    }
  }

  private static List<RecordedErasure> told(TestLog log) throws SQLException {
    try (var connection = log.database().getConnection()) {
      return new PostgresErasures(connection).all();
    }
  }

  @Test
  void where_nothing_is_due_nothing_is_told() throws Exception {
    try (var log = TestLog.create(server)) {
      log.lead(log.database()).append(TestLog.fresh(3));
      log.stop();

      var erased = erasures(log).before(sequencedMs(log, 0));

      assertEquals(new Erasures.Erased(0, List.of()), erased);
      assertEquals(3, log.column(PERSONAL).size());
    }
  }

  @Test
  void an_interrupted_erasure_is_completed_and_told_again_with_the_same_digest() throws Exception {
    try (var log = TestLog.create(server)) {
      log.lead(log.database()).append(TestLog.fresh(3));
      log.stop();
      var now = System.currentTimeMillis() + 1;
      var erasures = erasures(log);
      log.execute(
          "CREATE TRIGGER broken BEFORE DELETE ON disclosure"
              + " FOR EACH ROW EXECUTE FUNCTION refuse_change()");

      assertThrows(StoreFailed.class, () -> erasures.before(now));
      log.execute("DROP TRIGGER broken ON disclosure");
      assertEquals(3, log.column(PERSONAL).size());
      erasures.before(now);

      assertEquals(List.of(), log.column(PERSONAL));
      var told = log.column(TOLD);
      assertEquals(2, told.size());
      assertEquals(told.getFirst(), told.getLast());
    }
  }

  @Test
  void five_years_are_five_years_by_the_calendar() {
    var config =
        new RetentionConfig() {
          @Override
          public Period personal() {
            return Period.ofYears(5);
          }

          @Override
          public Duration every() {
            return Duration.ofHours(6);
          }
        };

    assertEquals(
        Instant.parse("2023-02-28T12:00:00Z"),
        RetentionJob.due(Instant.parse("2028-02-29T12:00:00Z"), config));
  }
}
