package org.entente.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

  private static final URI NOBODY = URI.create("http://127.0.0.1:1/");

  @TempDir Path folder;
  private ProcessLedger ledger;

  @BeforeEach
  void open() {
    ledger = ProcessLedger.open(folder.resolve("processes"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_stopped_process_is_gone_and_forgotten() {
    var child = child("sleep 60");

    child.start();
    assertTrue(child.isAlive());
    child.stop();

    assertEquals(143, child.exitCode());
    assertFalse(Files.exists(folder.resolve("processes/child")));
  }

  @Test
  void a_frozen_process_can_be_stopped() {
    var child = child("sleep 60");
    child.start();

    child.suspend();
    child.stop();

    assertFalse(child.isAlive());
  }

  @Test
  void a_process_that_ignores_the_request_to_end_can_be_killed_and_started_again() {
    var child = child("trap '' TERM; while :; do sleep 1; done");
    child.start();

    child.kill();
    assertEquals(137, child.exitCode());
    child.start();

    assertTrue(child.isAlive());
    child.kill();
  }

  @Test
  void one_that_ends_while_starting_is_reported_with_its_last_words() {
    var child = child("echo no such luck; exit 4");
    child.start();
    var readiness = new Readiness(Optional.of(NOBODY), 1, Duration.ofSeconds(20));

    var failure = assertThrows(CannotStart.class, () -> readiness.await(child));

    assertTrue(failure.sentence().contains("exit code 4"), failure.sentence());
    assertTrue(failure.sentence().endsWith("no such luck"), failure.sentence());
  }

  @Test
  void one_that_never_gets_ready_is_not_waited_for_for_ever() {
    var child = child("sleep 60");
    child.start();
    var readiness = new Readiness(Optional.of(NOBODY), 1, Duration.ofMillis(300));

    assertThrows(CannotStart.class, () -> readiness.await(child));

    child.stop();
  }

  @Test
  void the_next_launcher_ends_what_the_last_one_left() {
    var child = child("sleep 60");
    child.start();

    ProcessLedger.open(folder.resolve("processes")).close();

    assertFalse(child.isAlive());
  }

  @Test
  void an_id_that_belongs_to_another_process_by_now_is_left_alone() throws IOException {
    var stranger = new ProcessBuilder("sleep", "60").start();
    Files.writeString(folder.resolve("processes/old"), stranger.pid() + " 12345\n");

    ProcessLedger.open(folder.resolve("processes")).close();

    assertTrue(stranger.isAlive());
    stranger.destroyForcibly();
  }

  @Test
  void the_watcher_ends_what_a_dead_launcher_left() {
    var child = child("sleep 60");
    child.start();

    ledger.close();

    assertEquals(143, awaitEnd(child));
  }

  private static int awaitEnd(ChildProcess child) {
    var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (child.isAlive() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    return child.exitCode();
  }

  private ChildProcess child(String script) {
    var command = new Command(List.of("sh", "-c", script), folder, Map.of());
    return new ChildProcess("child", command, folder.resolve("child.log"), ledger);
  }
}
