package org.entente.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.entente.audit.fsck.Passes;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.junit.jupiter.api.Test;

/** I10: the connection to PostgreSQL may break after any byte, whoever was sending. */
class CutConnectionTest extends PostgresTest {

  private static final int ROUNDS = 60;

  /** More than taking the lead and a batch of these sends, and than the answers to it. */
  private static final int MOST_SENT = 24_000;

  private static final int MOST_RECEIVED = 3_000;

  @Test
  void wherever_it_is_cut_each_record_has_one_index_and_nobody_is_told_a_lie() throws Exception {
    var seed = Long.getLong("seed", System.nanoTime());
    var random = new Random(seed);
    try (var log = TestLog.create(server);
        var proxy = new CuttingProxy(server.getPort())) {
      var sequencer = log.lead(proxy.to(schema(log)));
      var entries = new ArrayList<NewEntry>();
      var told = new ArrayList<AppendResult>();
      for (var round = 0; round < ROUNDS; round++) {
        var batch = TestLog.fresh(1 + random.nextInt(8));
        cut(proxy, random);
        Await.until(() -> appended(sequencer, batch, told));
        entries.addAll(batch);
      }
      log.stop();

      var inspection = Inspection.of(log.database());
      try (var connection = log.database().getConnection()) {
        assertEquals(List.of(), new Passes(TestLog.policy()).run(connection));
      }
      var where = "-Dseed=" + seed;
      assertTrue(proxy.cuts() > ROUNDS / 3, proxy.cuts() + " cuts, " + where);
      assertEquals(entries.size(), inspection.size(), where);
      for (var i = 0; i < told.size(); i++) {
        assertEquals(inspection.indexOf(entries.get(i)), ((Appended) told.get(i)).index(), where);
      }
    }
  }

  private static void cut(CuttingProxy proxy, Random random) {
    if (random.nextBoolean()) {
      proxy.cutAfterSending(random.nextInt(MOST_SENT));
    } else {
      proxy.cutAfterReceiving(random.nextInt(MOST_RECEIVED));
    }
  }

  private static boolean appended(
      Sequencer sequencer, List<NewEntry> batch, List<AppendResult> told) {
    try {
      return told.addAll(sequencer.append(batch));
    } catch (LogUnavailable _) {
      return false; // nothing is known, so the same again
    }
  }

  private static String schema(TestLog log) throws Exception {
    try (var connection = log.database().getConnection()) {
      return connection.getSchema();
    }
  }
}
