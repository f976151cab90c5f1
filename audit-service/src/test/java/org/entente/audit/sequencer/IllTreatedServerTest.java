package org.entente.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.audit.fsck.Passes;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I10 with a server of its own: power fails, the disk is full. What was answered is there. */
class IllTreatedServerTest {

  private static final int CALLERS = 8;
  private static final int ENOUGH = 200;
  private static final int MIB = 1 << 20;

  @TempDir Path folder;

  @Test
  void stopped_at_once_under_load_it_has_all_that_was_answered() throws Exception {
    try (var own = OwnServer.start(folder, folder.resolve("data"));
        var load = Load.on(own)) {
      for (var times = 1; times <= 3; times++) {
        load.until(times * ENOUGH);
        own.stopImmediately();
        assertTrue(own.isStartedAgain());
      }
      load.until(4 * ENOUGH);

      load.assertKept();
    }
  }

  @Test
  void with_a_full_disk_nothing_is_answered_and_with_room_again_it_goes_on() throws Exception {
    var disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=200m", "tmpfs", disk.toString()) == 0,
        "A full disk was not tried: this account may not mount a small one.");
    try (var own = OwnServer.start(folder, disk.resolve("data"));
        var load = Load.on(own)) {
      load.until(ENOUGH);
      var filler = disk.resolve("filler");
      fill(filler);
      load.untilRefused();
      Files.delete(filler);
      if (!own.isRunning()) {
        assertTrue(own.isStartedAgain(), "it recovers once there is room");
      }
      load.until(load.told() + ENOUGH);

      load.assertKept();
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  private static void fill(Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      for (var block = new byte[MIB]; ; ) {
        out.write(block);
      }
    } catch (IOException _) {
      assertTrue(Files.size(file) > MIB, "the disk is full now");
    }
  }

  private static int run(String... command) throws Exception {
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor();
  }

  /** Callers that repeat each record until it is answered, and remember what they were told. */
  private static final class Load implements AutoCloseable {

    private final TestLog log;
    private final Sequencer sequencer;
    private final Map<NewEntry, Long> told = new ConcurrentHashMap<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Future<?>> callers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Load(TestLog log) throws InterruptedException {
      this.log = log;
      sequencer = log.lead(log.database());
      for (var i = 0; i < CALLERS; i++) {
        callers.add(threads.submit(this::call));
      }
    }

    static Load on(OwnServer own) throws Exception {
      return new Load(TestLog.create(own.server()));
    }

    private void call() {
      while (!over.get()) {
        var entry = TestLog.fresh(1).getFirst();
        while (!told.containsKey(entry) && !over.get()) {
          try {
            var result = (Appended) sequencer.append(List.of(entry)).getFirst();
            told.put(entry, result.index());
          } catch (LogUnavailable _) {
            refusals.incrementAndGet();
            pause();
          }
        }
      }
    }

    private static void pause() {
      try {
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    int told() {
      return told.size();
    }

    void until(int many) throws InterruptedException {
      Await.until(() -> told.size() >= many);
    }

    void untilRefused() throws InterruptedException {
      var before = refusals.get();
      Await.until(() -> refusals.get() > before + CALLERS);
    }

    void assertKept() throws Exception {
      over.set(true);
      for (var caller : callers) {
        caller.get();
      }
      log.stop();
      var inspection = Inspection.of(log.database());
      try (var connection = log.database().getConnection()) {
        assertEquals(List.of(), new Passes(TestLog.policy()).run(connection));
      }
      told.forEach((entry, index) -> assertEquals(inspection.indexOf(entry), index));
      assertTrue(inspection.size() >= told.size());
    }

    @Override
    public void close() {
      over.set(true);
      threads.shutdownNow();
      log.stop();
    }
  }
}
