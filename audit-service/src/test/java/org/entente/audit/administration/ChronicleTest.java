package org.entente.audit.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.entente.audit.AdjustableClock;
import org.entente.audit.sequencer.LogUnavailable;
import org.entente.audit.sequencer.OwnServer;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.Sequencer;
import org.entente.audit.sequencer.TestLog;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.visibility.Readership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log tells of itself, once, whoever leads it. */
class ChronicleTest extends PostgresTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Rules RULES = Rules.of(List.of("a key"), List.of("a rule"), "a1");
  private static final List<String> FIRST =
      List.of("log.start", "log.keyChange", "log.policyChange", "log.heartbeat");

  private final AdjustableClock clock = new AdjustableClock();

  private Chronicle of(TestLog log, Sequencer sequencer, Rules rules) {
    return of(log, sequencer, () -> rules);
  }

  private Chronicle of(TestLog log, Sequencer sequencer, Supplier<Rules> rules) {
    var everybody = new Readership(Set.of("eu", "kr"), List.of());
    var events =
        new LogEvents(TestLog.alone(sequencer), everybody, TestLog.KEYS, UUID::randomUUID, clock);
    var history = new PostgresHistory(new PostgresLog(log.database()));
    return new Chronicle(events, history, rules, MINUTE, clock);
  }

  private static List<String> told(TestLog log) throws SQLException {
    return log.column("SELECT operation FROM entry ORDER BY idx");
  }

  private static List<String> after(List<String> first, String... more) {
    var all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return all;
  }

  @Test
  void a_first_start_tells_of_keys_and_rules_and_is_told_once_to_all_parties() throws Exception {
    try (var log = TestLog.create(server)) {
      var chronicle = of(log, log.lead(log.database()), RULES);

      chronicle.step();
      chronicle.step();

      assertEquals(FIRST, told(log));
      var readers = "SELECT reader || idx FROM entry_reader ORDER BY idx, reader";
      assertEquals(
          List.of("eu0", "kr0", "eu1", "kr1", "eu2", "kr2", "eu3", "kr3"), log.column(readers));
      assertEquals(List.of(), log.column("SELECT idx FROM disclosure"));
    }
  }

  @Test
  void a_heartbeat_comes_each_minute_and_not_before() throws Exception {
    try (var log = TestLog.create(server)) {
      var chronicle = of(log, log.lead(log.database()), RULES);
      chronicle.step();

      clock.pass(MINUTE.minusMillis(1));
      chronicle.step();
      assertEquals(FIRST, told(log));
      clock.pass(Duration.ofMillis(1));
      chronicle.step();

      assertEquals(after(FIRST, "log.heartbeat"), told(log));
    }
  }

  @Test
  void after_an_orderly_stop_comes_a_start_and_nothing_is_said_again() throws Exception {
    try (var log = TestLog.create(server)) {
      var first = of(log, log.lead(log.database()), RULES);
      first.step();
      first.stop();
      log.stop();

      of(log, log.lead(log.database()), RULES).step();

      assertEquals(after(FIRST, "log.stop", "log.start"), told(log));
    }
  }

  @Test
  void after_any_other_end_comes_a_takeover() throws Exception {
    try (var log = TestLog.create(server)) {
      of(log, log.lead(log.database()), RULES).step();
      log.stop();

      of(log, log.lead(log.database()), RULES).step();

      assertEquals(after(FIRST, "log.takeover"), told(log));
    }
  }

  @Test
  void of_two_replicas_the_one_that_leads_tells_and_the_minute_stays_a_minute() throws Exception {
    try (var log = TestLog.create(server)) {
      var leading = of(log, log.lead(log.database()), RULES);
      var waiting = of(log, log.start(log.database(), Clock.systemUTC()), RULES);
      leading.step();

      clock.pass(MINUTE);
      waiting.step();
      leading.step();
      waiting.step();
      waiting.stop();

      assertEquals(after(FIRST, "log.heartbeat"), told(log));
      log.stop();
      clock.pass(MINUTE.dividedBy(2));
      of(log, log.lead(log.database()), RULES).step();
      assertEquals(after(FIRST, "log.heartbeat", "log.takeover"), told(log));
    }
  }

  @Test
  void entries_from_a_mirror_are_told_once_and_a_restart_is_no_restore() throws Exception {
    try (var log = TestLog.create(server)) {
      of(log, log.lead(log.database()), RULES).step();
      log.stop();
      log.execute("INSERT INTO put_back (first_idx, end_idx, at_ms) VALUES (2, 4, 1795360201123)");

      of(log, log.lead(log.database()), RULES).step();
      log.stop();
      of(log, log.lead(log.database()), RULES).step();

      assertEquals(after(FIRST, "log.restore", "log.takeover", "log.takeover"), told(log));
      assertEquals(List.of("4"), log.column("SELECT told FROM put_back"));
      assertEquals(
          List.of("2 4"),
          log.column(
              "SELECT r #>> '{exchange,first_index}' || ' ' || (r #>> '{exchange,end_index}')"
                  + " FROM (SELECT convert_from(body, 'UTF8')::json AS r FROM entry WHERE idx = 4)"
                  + " AS told"));
    }
  }

  @Test
  void a_database_that_was_restored_is_told_once(@TempDir Path folder) throws Exception {
    try (var own = OwnServer.start(folder.resolve("programs"), folder.resolve("data"));
        var log = TestLog.create(own.server())) {
      of(log, log.lead(log.database()), RULES).step();
      log.stop();

      assertTrue(own.isRestored());
      of(log, log.lead(log.database()), RULES).step();
      log.stop();
      of(log, log.lead(log.database()), RULES).step();

      assertEquals(after(FIRST, "log.restore", "log.takeover", "log.takeover"), told(log));
      assertEquals(
          List.of("00000001", "00000002", "00000002"),
          log.column(
              "SELECT split_part(convert_from(body, 'UTF8')::json #>> '{exchange,database}', '/',"
                  + " 2) FROM entry WHERE operation IN ('log.start', 'log.restore', 'log.takeover')"
                  + " AND idx < 6 ORDER BY idx"));
    }
  }

  @Test
  void other_rules_and_other_keys_are_told_where_they_differ() throws Exception {
    try (var log = TestLog.create(server)) {
      var sequencer = log.lead(log.database());
      of(log, sequencer, RULES).step();

      of(log, sequencer, Rules.of(List.of("a key"), List.of("a rule", "another"), "a1")).step();
      of(log, sequencer, Rules.of(List.of("other key"), List.of("a rule", "another"), "a1")).step();

      assertEquals(after(FIRST, "log.policyChange", "log.keyChange"), told(log));
    }
  }

  @Test
  void what_the_parties_agree_on_while_it_runs_is_told_with_its_digest() throws Exception {
    try (var log = TestLog.create(server)) {
      // Given
      var agreement = new AtomicReference<>("a1");
      Supplier<Rules> rules = () -> Rules.of(List.of("a key"), List.of("a rule"), agreement.get());
      var chronicle = of(log, log.lead(log.database()), rules);
      chronicle.step();

      // When
      agreement.set("b2");
      chronicle.step();
      chronicle.step();

      // Then
      assertEquals(after(FIRST, "log.policyChange"), told(log));
      var said =
          "SELECT convert_from(body, 'UTF8')::jsonb #>> '{exchange,agreement}' FROM entry"
              + " WHERE operation = 'log.policyChange' ORDER BY idx";
      assertEquals(List.of("a1", "b2"), log.column(said));
    }
  }

  @Test
  void what_could_not_be_told_is_told_later_and_once() throws Exception {
    try (var log = TestLog.create(server)) {
      var chronicle = of(log, log.lead(log.database()), RULES);
      log.obstacle = Optional.of("no witness");

      assertThrows(LogUnavailable.class, chronicle::step);
      log.obstacle = Optional.empty();
      chronicle.step();

      assertEquals(FIRST, told(log));
    }
  }
}
