package org.entente.kit.cli;

import static org.entente.kit.cli.KitRun.COLLECTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes and real signals. */
@Timeout(60)
class StopTest {

  @TempDir private Path folder;
  private KitRun kit;

  @BeforeEach
  void an_exchange() throws Exception {
    kit = new KitRun(folder);
    new TestCollection(kit).add(1, 3);
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  private Process start(String... options) throws IOException {
    var command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Entente.class.getName(),
                "pull",
                "-p",
                kit.path("kr-feed.properties").toString(),
                "-c",
                COLLECTION));
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(kit.path("said").toFile())
        .start();
  }

  private void await(String file, String text) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!Files.exists(kit.path(file)) || !kit.read(file).contains(text)) {
      assertTrue(System.nanoTime() < end, "no " + text);
      Thread.sleep(20);
    }
  }

  @Test
  void a_signal_ends_following_with_a_report_and_success() throws Exception {
    Process process = start("--ndjson", kit.path("lines").toString(), "--follow");
    try {
      await("lines.state", "\"objects\" : 3");
      process.destroy(); // TERM

      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue(), kit.read("said"));
      assertTrue(kit.read("said").contains("Received 3 objects in 2 pages."), kit.read("said"));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_process_that_is_killed_lets_go_and_the_next_one_goes_on() throws Exception {
    Process process = start("--ndjson", kit.path("lines").toString(), "--follow");
    try {
      await("lines.state", "\"objects\" : 3");
      assertEquals(5, kit.run("pull -c " + COLLECTION + " --ndjson @lines").exit());
    } finally {
      process.destroyForcibly().waitFor();
    }

    KitRun.Ended ended = kit.run("pull -c " + COLLECTION + " --ndjson @lines");

    assertTrue(ended.out().contains("Went on behind 3 objects."), ended.out() + ended.err());
    assertEquals(3, kit.read("lines").lines().count());
  }
}
