package org.entente.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.audit.SampleRecord;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.AppendResult.Conflict;
import org.junit.jupiter.api.Test;

class SequencerTest extends PostgresTest {

  @Test
  void i1_i4_many_callers_with_the_same_records_get_dense_and_unique_indices() throws Exception {
    try (var log = TestLog.create(server);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var sequencer = log.lead(log.database());
      var entries = TestLog.fresh(400);
      var answers = new ArrayList<Future<List<AppendResult>>>();
      for (var i = 0; i < 3 * entries.size(); i++) {
        var one = List.of(entries.get(i % entries.size()));
        answers.add(callers.submit(() -> sequencer.append(one)));
      }

      var inspection = inspectedAfter(answers, log);

      assertEquals(entries.size(), inspection.size());
      for (var i = 0; i < answers.size(); i++) {
        var appended = (Appended) answers.get(i).get().getFirst();
        assertEquals(inspection.indexOf(entries.get(i % entries.size())), appended.index());
      }
    }
  }

  private static Inspection inspectedAfter(List<Future<List<AppendResult>>> answers, TestLog log)
      throws Exception {
    for (var answer : answers) {
      answer.get();
    }
    return Inspection.of(log.database());
  }

  @Test
  void while_something_forbids_it_nothing_is_appended_and_afterwards_it_is() throws Exception {
    try (var log = TestLog.create(server)) {
      var sequencer = log.lead(log.database());
      log.obstacle = Optional.of("nobody watches");
      var entry = TestLog.fresh(1);

      var refused = assertThrows(LogUnavailable.class, () -> sequencer.append(entry));
      assertEquals("refusing to grow: nobody watches", refused.detail());
      assertEquals(0, Inspection.of(log.database()).size());

      log.obstacle = Optional.empty();
      assertEquals(1, sequencer.append(entry).size());
    }
  }

  @Test
  void i4_the_same_key_with_other_bytes_is_a_conflict_and_changes_nothing() throws Exception {
    try (var log = TestLog.create(server)) {
      var sequencer = log.lead(log.database());
      var sample = SampleRecord.fresh();
      sequencer.append(List.of(TestLog.entry(sample)));

      var other = TestLog.entry(sample.about("indicator--other"));
      var mixed = sequencer.append(List.of(other, TestLog.fresh(1).getFirst()));

      assertEquals(new Conflict(sample.uid()), mixed.getFirst());
      assertEquals(1, ((Appended) mixed.getLast()).index(), "the rest of the batch is appended");
      assertEquals(2, Inspection.of(log.database()).size());
    }
  }

  @Test
  void i2_nothing_is_answered_or_visible_before_the_commit() throws Exception {
    try (var log = TestLog.create(server);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var gate = new CommitGate();
      var sequencer = log.lead(gate.before(log.database()));
      gate.shut();

      var answer = callers.submit(() -> sequencer.append(TestLog.fresh(1)));
      gate.awaitArrival();

      assertFalse(answer.isDone());
      assertEquals(0, Inspection.of(log.database()).size());
      gate.open();
      assertEquals(1, answer.get().size());
      assertEquals(1, Inspection.of(log.database()).size());
    }
  }

  @Test
  void i3_two_sequencers_that_both_believe_to_lead_cannot_fork_the_log() throws Exception {
    try (var log = TestLog.create(server);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var sequencers = List.of(log.lead(log.withoutLock()), log.lead(log.withoutLock()));
      var answers = new ArrayList<Future<List<AppendResult>>>();
      for (var i = 0; i < 8; i++) {
        var mine = sequencers.get(i % 2);
        answers.add(callers.submit(() -> untilAppended(mine, TestLog.fresh(20))));
      }

      assertEquals(160, inspectedAfter(answers, log).size());
    }
  }

  private static List<AppendResult> untilAppended(Sequencer sequencer, List<NewEntry> entries)
      throws InterruptedException {
    var results = new ArrayList<AppendResult>();
    for (var entry : entries) {
      Await.until(() -> appended(sequencer, entry, results));
    }
    return results;
  }

  private static boolean appended(Sequencer to, NewEntry entry, List<AppendResult> results) {
    try {
      return results.addAll(to.append(List.of(entry)));
    } catch (LogUnavailable _) {
      return false; // nothing is known, so the same again
    }
  }

  @Test
  void i10_a_crash_of_the_whole_server_loses_nothing_that_was_answered() throws Exception {
    try (var log = TestLog.create(server);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var sequencer = log.lead(log.database());
      var entries = TestLog.fresh(200);
      var answers = new ArrayList<Future<List<AppendResult>>>();
      for (var from = 0; from < entries.size(); from += 25) {
        var caller = entries.subList(from, from + 25);
        answers.add(callers.submit(() -> untilAppended(sequencer, caller)));
      }
      crash(log);

      var inspection = inspectedAfter(answers, log);

      assertEquals(200, inspection.size());
      var told = answers.stream().flatMap(answer -> answer.resultNow().stream()).toList();
      for (var i = 0; i < told.size(); i++) {
        assertEquals(inspection.indexOf(entries.get(i)), ((Appended) told.get(i)).index());
      }
    }
  }

  /** Kills one server process without warning; PostgreSQL then drops all and recovers. */
  private static void crash(TestLog log) throws SQLException {
    try (var connection = log.database().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT pg_backend_pid()")) {
      assertTrue(row.next());
      assertTrue(ProcessHandle.of(row.getLong(1)).orElseThrow().destroyForcibly());
    }
  }

  @Test
  void a_second_sequencer_waits_until_the_first_is_gone() throws Exception {
    try (var log = TestLog.create(server)) {
      log.lead(log.database()).append(TestLog.fresh(3));
      var second = log.start(log.database(), Clock.systemUTC());

      var refused = assertThrows(LogUnavailable.class, () -> second.append(TestLog.fresh(1)));
      assertTrue(refused.detail().startsWith("not leading"), refused.detail());
      log.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted");
      TestLog.awaitLeading(second);

      assertEquals(3, ((Appended) second.append(TestLog.fresh(1)).getFirst()).index());
    }
  }

  @Test
  void i8_time_never_decreases_even_when_the_clock_does() throws Exception {
    try (var log = TestLog.create(server)) {
      var now = new AtomicLong(1_795_360_201_000L);
      InstantSource source = () -> Instant.ofEpochMilli(now.getAndAdd(-1_000));
      var sequencer = log.start(log.database(), source.withZone(ZoneOffset.UTC));
      TestLog.awaitLeading(sequencer);

      for (var i = 0; i < 5; i++) {
        sequencer.append(TestLog.fresh(1));
      }

      assertEquals(5, Inspection.of(log.database()).size());
    }
  }

  @Test
  void i9_a_changed_body_no_longer_fits_its_leaf() throws Exception {
    try (var log = TestLog.create(server)) {
      log.lead(log.database()).append(TestLog.fresh(5));
      log.execute("ALTER TABLE entry DISABLE TRIGGER append_only");
      log.execute("UPDATE entry SET body = set_byte(body, 20, 65) WHERE idx = 3");

      var found = assertThrows(AssertionError.class, () -> Inspection.of(log.database()));

      assertTrue(String.valueOf(found.getMessage()).startsWith("I9"), found.getMessage());
    }
  }

  @Test
  void one_record_the_database_refuses_does_not_stop_the_log() throws Exception {
    try (var log = TestLog.create(server)) {
      log.execute("ALTER TABLE disclosure ADD CHECK (actor <> 'poison')");
      var sequencer = log.lead(log.database());
      var poison = TestLog.entry(SampleRecord.fresh().of("kr", "poison"));

      assertThrows(LogUnavailable.class, () -> sequencer.append(List.of(poison)));
      TestLog.awaitLeading(sequencer);

      assertEquals(1, sequencer.append(TestLog.fresh(1)).size());
    }
  }

  @Test
  void work_whose_caller_has_left_is_not_sequenced() throws Exception {
    try (var log = TestLog.create(server);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var gate = new CommitGate();
      var sequencer = log.lead(gate.before(log.database()), Duration.ofSeconds(1));
      var left = TestLog.fresh(1).getFirst();
      var last = TestLog.fresh(1).getFirst();
      gate.shut();
      var first = callers.submit(() -> sequencer.append(TestLog.fresh(1)));
      gate.awaitArrival();

      assertThrows(LogUnavailable.class, () -> sequencer.append(List.of(left)));
      assertThrows(ExecutionException.class, first::get);
      gate.open();
      Await.until(() -> appended(sequencer, last, new ArrayList<>()));

      var inspection = Inspection.of(log.database());
      assertEquals(2, inspection.size(), "what was under way already, and the last one");
      assertEquals(-1, inspection.indexOf(left));
    }
  }

  @Test
  void more_than_the_queue_holds_is_refused_at_once() throws Exception {
    var queue = new AppendQueue(10);
    queue.offer(new AppendUnit(TestLog.fresh(8)));

    assertThrows(LogBusy.class, () -> queue.offer(new AppendUnit(TestLog.fresh(3))));
    queue.offer(new AppendUnit(TestLog.fresh(2)));

    assertEquals(1, queue.drain(9, 0).size(), "units stay whole");
    assertEquals(2, queue.depth());
  }

  @Test
  void the_database_itself_refuses_changes_to_the_past() throws Exception {
    try (var log = TestLog.create(server)) {
      log.lead(log.database()).append(TestLog.fresh(256));
      for (var change :
          List.of(
              "UPDATE entry SET party = 'eu'",
              "DELETE FROM entry",
              "TRUNCATE entry",
              "UPDATE tile SET root = hashes",
              "DELETE FROM checkpoint",
              "DELETE FROM entry_object",
              "UPDATE log_state SET size = size - 1",
              "DELETE FROM log_state")) {
        assertThrows(SQLException.class, () -> log.execute(change), change);
      }
    }
  }
}
