package org.entente.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One term: what a batch costs, and how a leader learns that it no longer leads. */
class PostgresLeaderTest extends PostgresTest {

  private static final int PRESENT = 10;

  private static PostgresLeader term(DataSource source) throws SQLException {
    var notary = new Notary(TestLog.KEYS, Clock.systemUTC());
    return new PostgresLeader(
        PostgresTerm.begin(source, notary, Optional.empty()).orElseThrow(), notary);
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "245, 3", "246, 4", "1024, 4"})
  void a_batch_is_three_round_trips_and_one_more_where_a_tile_becomes_full(int size, int trips)
      throws Exception {
    try (var log = TestLog.create(server)) {
      var source = new FaultyDataSource(log.database());
      try (var leader = term(source.asDataSource())) {
        leader.append(TestLog.fresh(PRESENT));
        var before = source.sent();

        leader.append(TestLog.fresh(size));

        assertEquals(trips, source.sent() - before);
      }
      assertEquals(PRESENT + size, Inspection.of(log.database()).size());
    }
  }

  @Test
  void a_batch_that_is_known_already_is_one_question() throws Exception {
    try (var log = TestLog.create(server)) {
      var source = new FaultyDataSource(log.database());
      try (var leader = term(source.asDataSource())) {
        var batch = TestLog.fresh(PRESENT);
        leader.append(batch);
        var before = source.sent();

        var again = leader.append(batch);

        assertEquals(1, source.sent() - before);
        assertEquals(new Appended(9, batch.getLast().leaf(), true), again.getLast());
      }
    }
  }

  @Test
  void a_leader_whose_epoch_has_ended_cannot_commit_even_when_nothing_was_appended_since()
      throws Exception {
    try (var log = TestLog.create(server);
        var old = term(log.withoutLock());
        var next = term(log.withoutLock())) {
      assertThrows(Superseded.class, () -> old.append(TestLog.fresh(1)));
      assertThrows(Superseded.class, old::check);

      assertEquals(1, next.append(TestLog.fresh(1)).size());
      assertEquals(1, Inspection.of(log.database()).size());
    }
  }

  @Test
  void a_leader_that_was_overtaken_learns_that_and_does_not_run_into_the_others_entries()
      throws Exception {
    try (var log = TestLog.create(server);
        var old = term(log.withoutLock());
        var next = term(log.withoutLock())) {
      next.append(TestLog.fresh(300));

      assertThrows(Superseded.class, () -> old.append(TestLog.fresh(300)));

      assertEquals(300, Inspection.of(log.database()).size());
    }
  }
}
