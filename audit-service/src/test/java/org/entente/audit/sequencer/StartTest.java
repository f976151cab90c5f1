package org.entente.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.stream.Stream;
import org.entente.audit.sequencer.SequencerState.Refusing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** I7: a log that contradicts itself is not continued. */
class StartTest extends PostgresTest {

  private static final int SIZE = 600;

  /** What a database owner can do, and what the refusal says. */
  record Tampering(String sql, String refusal) {}

  static Stream<Tampering> tamperings() {
    var other = "decode(repeat('ab', 32), 'hex')";
    return Stream.of(
        new Tampering("UPDATE log_state SET root = " + other, "hash to"),
        new Tampering("UPDATE log_state SET size = 599", "hash to"),
        new Tampering("UPDATE entry SET leaf_hash = " + other + " WHERE idx = 598", "hash to"),
        new Tampering("DELETE FROM entry WHERE idx = 598", "lacks hashes"),
        new Tampering("UPDATE tile SET root = " + other + " WHERE n = 1", "hash to"),
        new Tampering("DELETE FROM tile WHERE n = 1", "lacks hashes"),
        new Tampering("DELETE FROM checkpoint WHERE size = 600", "latest checkpoint"),
        new Tampering("UPDATE checkpoint SET root = " + other, "latest checkpoint"));
  }

  @ParameterizedTest
  @MethodSource("tamperings")
  void i7_a_log_whose_parts_disagree_is_not_signed(Tampering tampering) throws Exception {
    try (var log = TestLog.create(server)) {
      log.lead(log.database()).append(TestLog.fresh(SIZE));
      log.stop();
      log.execute("SET session_replication_role = replica;" + tampering.sql());

      var restarted = log.start(log.database(), Clock.systemUTC());
      Await.until(() -> restarted.state() instanceof Refusing);

      var refused = assertThrows(LogUnavailable.class, () -> restarted.append(TestLog.fresh(1)));
      assertTrue(refused.detail().startsWith("refusing to sign"), refused.detail());
      assertTrue(refused.detail().contains(tampering.refusal()), refused.detail());
    }
  }

  @Test
  void a_hash_changed_while_running_never_becomes_a_tile() throws Exception {
    try (var log = TestLog.create(server)) {
      var sequencer = log.lead(log.database());
      sequencer.append(TestLog.fresh(250));
      log.execute(
          "SET session_replication_role = replica;"
              + "UPDATE entry SET leaf_hash = decode(repeat('ab', 32), 'hex') WHERE idx = 7");

      assertThrows(LogUnavailable.class, () -> sequencer.append(TestLog.fresh(10)));

      Await.until(() -> sequencer.state() instanceof Refusing);
    }
  }

  @Test
  void a_restarted_log_goes_on_where_it_was() throws Exception {
    try (var log = TestLog.create(server)) {
      for (var i = 0; i < 3; i++) {
        log.lead(log.database()).append(TestLog.fresh(300));
        log.stop();
      }

      assertEquals(900, Inspection.of(log.database()).size());
    }
  }
}
