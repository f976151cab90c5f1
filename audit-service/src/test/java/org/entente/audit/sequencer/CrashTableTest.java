package org.entente.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.Fault.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** I10: whatever breaks at whichever statement, I1 to I4 stay true and nobody is told a lie. */
class CrashTableTest extends PostgresTest {

  /** The statements of one batch that fills a tile, in their order. */
  private static final List<String> BATCH =
      List.of(
          "SELECT uid, idx, leaf_hash FROM idem",
          "SELECT leaf_hash FROM entry",
          "WITH swapped AS",
          Fault.COMMIT);

  /** The statements of taking the lead. */
  private static final List<String> TAKE_OVER =
      List.of(
          "SET lock_timeout",
          "SELECT pg_try_advisory_lock",
          Fault.COMMIT,
          "UPDATE log_state SET epoch",
          "SELECT leaf_hash FROM entry",
          "SELECT size, root FROM checkpoint");

  private static final List<Kind> SURVIVED =
      List.of(Kind.DISK_FULL, Kind.BACKEND_KILLED, Kind.SOCKET_CUT, Kind.ANSWER_LOST);

  static Stream<Fault> accidents() {
    return BATCH.stream().flatMap(p -> SURVIVED.stream().map(kind -> new Fault(p, kind)));
  }

  @ParameterizedTest
  @MethodSource("accidents")
  void an_accident_within_a_batch_is_survived_and_the_caller_gets_the_one_index(Fault fault)
      throws Exception {
    try (var log = TestLog.create(server)) {
      var source = new FaultyDataSource(log.database());
      var sequencer = log.lead(source.asDataSource());
      sequencer.append(TestLog.fresh(250));
      var batch = TestLog.fresh(10);

      source.arm(fault);
      var results = sequencer.append(batch);

      assertTrue(source.hasStruck());
      var committed = fault.equals(new Fault(Fault.COMMIT, Kind.ANSWER_LOST));
      assertEquals(expected(batch, 250, committed), results, "I5: reconciled by keys");
      assertInspected(log, batch, 260);
    }
  }

  static Stream<Fault> deaths() {
    return BATCH.stream().map(point -> new Fault(point, Kind.PROCESS_GONE));
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void a_process_that_dies_within_a_batch_is_replaced_and_the_retry_gets_the_one_index(Fault fault)
      throws Exception {
    try (var log = TestLog.create(server)) {
      var source = new FaultyDataSource(log.database());
      var dying = log.lead(source.asDataSource());
      dying.append(TestLog.fresh(250));
      var batch = TestLog.fresh(10);

      source.arm(fault);
      assertThrows(LogUnavailable.class, () -> dying.append(batch));
      var results = log.lead(log.database()).append(batch);

      assertEquals(expected(batch, 250, fault.point().equals(Fault.COMMIT)), results);
      assertInspected(log, batch, 260);
    }
  }

  static Stream<Fault> accidentsAtTakeOver() {
    return TAKE_OVER.stream().flatMap(p -> SURVIVED.stream().map(kind -> new Fault(p, kind)));
  }

  @ParameterizedTest
  @MethodSource("accidentsAtTakeOver")
  void an_accident_while_taking_the_lead_only_delays_it(Fault fault) throws Exception {
    try (var log = TestLog.create(server)) {
      var first = TestLog.fresh(5);
      log.lead(log.database()).append(first);
      log.stop();
      var source = new FaultyDataSource(log.database());

      source.arm(fault);
      var results = log.lead(source.asDataSource()).append(first);

      assertTrue(source.hasStruck());
      assertEquals(expected(first, 0, true), results);
      assertInspected(log, first, 5);
    }
  }

  private static List<AppendResult> expected(List<NewEntry> batch, long first, boolean replayed) {
    var index = new long[] {first};
    return batch.stream()
        .<AppendResult>map(entry -> new Appended(index[0]++, entry.leaf(), replayed))
        .toList();
  }

  private static void assertInspected(TestLog log, List<NewEntry> batch, int size)
      throws Exception {
    var inspection = Inspection.of(log.database());
    assertEquals(size, inspection.size());
    for (var i = 0; i < batch.size(); i++) {
      assertEquals(size - batch.size() + i, inspection.indexOf(batch.get(i)));
    }
  }
}
