package org.entente.audit.fsck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.audit.administration.LogEvents;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.Sequencer;
import org.entente.audit.sequencer.TestLog;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.visibility.Readership;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the check finds is an entry of the log, once; so is that it found nothing. */
@SuppressWarnings("NullAway.Init") // filled before each test
class FsckReportTest extends PostgresTest {

  private TestLog log;
  private Fsck fsck;
  private FsckReport report;

  @BeforeEach
  void a_log_of_three() throws Exception {
    log = TestLog.create(server);
    var sequencer = log.lead(log.database());
    sequencer.append(TestLog.fresh(3));
    fsck = fsck(Duration.ZERO);
    report = by(sequencer);
  }

  @AfterEach
  void close() throws SQLException {
    log.close();
  }

  private Fsck fsck(Duration every) {
    return new Fsck(
        new PostgresLog(log.database()),
        TestLog.KEYS,
        () -> every,
        Clock.systemUTC(),
        new SimpleMeterRegistry());
  }

  private FsckReport by(Sequencer sequencer) {
    var everybody = new Readership(Set.of("eu", "kr"), List.of());
    var events =
        new LogEvents(
            TestLog.alone(sequencer), everybody, TestLog.KEYS, UUID::randomUUID, Clock.systemUTC());
    return new FsckReport(new PostgresLog(log.database()), events);
  }

  @Test
  void a_pass_that_found_nothing_says_how_far_and_with_which_root() throws Exception {
    pass();

    assertEquals(List.of("log.verified"), told());
    assertEquals(
        log.column(
            "SELECT rtrim(translate(encode(root, 'base64'), '+/', '-_'), '=')"
                + " FROM checkpoint WHERE size = 3"),
        member("root"));
    assertEquals(List.of("3"), member("size"));
    assertEquals(
        List.of("eu", "kr"),
        log.column("SELECT reader FROM entry_reader WHERE idx = 3 ORDER BY reader"));
    report.step();
    assertEquals(List.of("log.verified"), told(), "once");
    pass();
    assertEquals(List.of("log.verified", "log.verified"), told(), "of each pass");
  }

  @Test
  void damage_is_told_once_and_again_when_it_comes_back() throws Exception {
    damage();
    pass();
    pass();
    pass();

    assertEquals(List.of("log.damage"), told());
    assertEquals(List.of("entry 1"), member("place"));
    assertEquals(List.of("log"), member("concerns"));
    assertEquals(List.of("its bytes are not those under its leaf hash"), member("detail"));
    assertTrue(fsck.standing().damaged());

    heal();
    pass();
    damage();
    pass();
    assertEquals(List.of("log.damage", "log.verified", "log.damage"), told());
  }

  @Test
  void after_a_start_damage_is_looked_at_again_at_once_and_once() throws Exception {
    // Given
    fsck = fsck(Duration.ofDays(1));
    damage();
    pass();
    heal();
    assertFalse(fsck.step(), "not due");
    assertTrue(fsck.standing().damaged());

    // When
    fsck = fsck(Duration.ofDays(1));
    pass();

    // Then
    assertFalse(fsck.standing().damaged());
    assertFalse(fsck.step(), "not due");
    assertFalse(fsck(Duration.ofDays(1)).step(), "nothing is damaged any more");
  }

  @Test
  void so_is_what_stopped_nothing_since_auditors_were_told_of_it() throws Exception {
    // Given
    fsck = fsck(Duration.ofDays(1));
    owner("UPDATE entry SET party = 'xx' WHERE idx = 1");
    pass();
    owner("UPDATE entry SET party = 'kr' WHERE idx = 1");
    assertFalse(fsck.standing().findings().isEmpty());

    // When
    fsck = fsck(Duration.ofDays(1));
    pass();

    // Then
    assertEquals(List.of(), fsck.standing().findings());
  }

  @Test
  void what_is_only_derived_is_told_as_that() throws Exception {
    owner("UPDATE entry SET party = 'us' WHERE idx = 2");
    pass();

    assertEquals(List.of("log.damage"), told());
    assertEquals(List.of("derived"), member("concerns"));
  }

  @Test
  void killed_after_the_record_and_before_the_note_of_it_nothing_is_told_twice() throws Exception {
    damage();
    pass();
    heal();
    pass();
    var before = told();
    var notes = notes();

    owner("UPDATE fsck_finding SET told = NULL; UPDATE fsck_state SET told = NULL");
    report.step();

    assertEquals(before, told());
    assertEquals(notes, notes());
  }

  @Test
  void while_nothing_can_be_appended_it_waits_and_stays_one() throws Exception {
    damage();
    log.stop();
    assertThrows(Refusal.class, this::pass);
    assertThrows(Refusal.class, this::pass);
    assertEquals(List.of(), told());

    report = by(log.lead(log.database()));
    report.step();
    pass();

    assertEquals(List.of("log.damage"), told());
  }

  /** The whole of the next one. */
  private void pass() {
    do {
      fsck.step();
    } while (fsck.standing().ended().isEmpty());
    report.step();
  }

  private void damage() throws SQLException {
    owner("UPDATE entry SET body = body || ' '::bytea WHERE idx = 1");
  }

  private void heal() throws SQLException {
    owner("UPDATE entry SET body = substring(body for length(body) - 1) WHERE idx = 1");
  }

  private void owner(String sql) throws SQLException {
    log.execute("SET session_replication_role = replica;" + sql);
  }

  private List<String> told() throws SQLException {
    return log.column("SELECT operation FROM entry WHERE idx >= 3 ORDER BY idx");
  }

  private List<String> notes() throws SQLException {
    return log.column(
        "SELECT told FROM fsck_finding UNION ALL SELECT told FROM fsck_state ORDER BY 1");
  }

  private List<String> member(String name) throws SQLException {
    return log.column(
        "SELECT convert_from(body, 'UTF8')::json->'exchange'->>'"
            + name
            + "' FROM entry"
            + " WHERE idx >= 3 ORDER BY idx");
  }
}
