package org.entente.audit.fsck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.Sequencer;
import org.entente.audit.sequencer.TestLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A pass goes on where it was interrupted, and while the log grows. */
class LogCheckTest extends PostgresTest {

  /** With tiles of level 1, and of level 0 that no tile of level 1 has yet. */
  private static final int LARGE = 256 * 256 + 700;

  @Test
  void an_empty_log_fits() throws Exception {
    try (var log = TestLog.create(server);
        var connection = log.database().getConnection()) {
      log.lead(log.database());
      log.stop();

      assertEquals(List.of(), new Passes(TestLog.policy()).run(connection));
    }
  }

  @Test
  void a_pass_interrupted_after_any_step_finds_the_same() throws Exception {
    try (var log = TestLog.create(server);
        var connection = log.database().getConnection()) {
      append(log.lead(log.database()), 1_500);
      log.stop();
      log.execute(
          "SET session_replication_role = replica; UPDATE entry SET body = '{}' WHERE idx = 700");
      var whole = new Passes(TestLog.policy()).run(connection);

      var pieces = new ArrayList<Finding>();
      var position = Position.START;
      for (var ended = false; !ended; ) {
        var step = new LogCheck(TestLog.policy()).step(connection, position);
        pieces.addAll(step.findings());
        position = step.position();
        ended = step.ended();
      }

      assertEquals(whole, pieces);
      assertTrue(
          whole.toString().contains("entry 700: its bytes are not those under its leaf hash"));
    }
  }

  @Test
  void a_log_that_grows_meanwhile_fits() throws Exception {
    try (var log = TestLog.create(server);
        var connection = log.database().getConnection()) {
      var sequencer = log.lead(log.database());
      append(sequencer, 2_000);
      var over = new AtomicBoolean();
      var failure = new AtomicReference<@Nullable RuntimeException>();
      var writer = Thread.ofPlatform().start(() -> keepAppending(sequencer, over, failure));
      try {
        for (var round = 0; round < 3; round++) {
          assertEquals(List.of(), new Passes(TestLog.policy()).run(connection));
        }
      } finally {
        over.set(true);
        writer.join();
      }
      assertEquals(null, failure.get());
    }
  }

  private static void keepAppending(
      Sequencer sequencer,
      AtomicBoolean over,
      AtomicReference<@Nullable RuntimeException> failure) {
    try {
      while (!over.get()) {
        sequencer.append(TestLog.fresh(7));
      }
    } catch (RuntimeException e) {
      failure.set(e);
    }
  }

  @Test
  void tiles_above_tiles_are_checked() throws Exception {
    try (var log = TestLog.create(server);
        var connection = log.database().getConnection()) {
      append(log.lead(log.database()), LARGE);
      log.stop();
      assertEquals(List.of(), new Passes(TestLog.policy()).run(connection));

      log.execute(
          "SET session_replication_role = replica; UPDATE tile SET hashes = overlay(hashes placing"
              + " decode(repeat('ab', 32), 'hex') from 65) WHERE level = 1");

      var named =
          new Passes(TestLog.policy()).run(connection).stream().map(Finding::toString).toList();
      assertTrue(
          named.contains("tile/1/000: is not what the tiles below it hash to"), named::toString);
      assertTrue(named.contains("tile/1/000: its root is not that of its hashes"), named::toString);
    }
  }

  private static void append(Sequencer sequencer, int entries) {
    for (var left = entries; left > 0; left -= 1_000) {
      sequencer.append(TestLog.fresh(Math.min(left, 1_000)));
    }
  }
}
