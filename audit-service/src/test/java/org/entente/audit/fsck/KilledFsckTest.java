package org.entente.audit.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.audit.Main;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.entente.log.TlogPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, killed in the middle: it goes on where it was. */
class KilledFsckTest extends PostgresTest {

  private static final int BATCH = 1_000;
  private static final int BATCHES = 20;

  @TempDir Path folder;

  @Test
  void killed_in_the_middle_it_goes_on_and_names_all_of_it() throws Exception {
    try (var log = TestLog.create(server)) {
      var sequencer = log.lead(log.database());
      for (var i = 0; i < BATCHES; i++) {
        sequencer.append(TestLog.fresh(BATCH));
      }
      log.stop();
      log.execute(
          "INSERT INTO log_identity VALUES (1, '"
              + TestLog.KEYS.origin()
              + "', '', '', now()); SET session_replication_role = replica;"
              + "DELETE FROM entry WHERE idx IN (3, 19003)");
      var url = url(log);
      var first = start(url);
      while (!Files.exists(folder.resolve("state"))) {
        assertTrue(first.isAlive(), "it ended before its first step");
        TimeUnit.MILLISECONDS.sleep(1);
      }
      first.destroyForcibly().waitFor();
      var second = start(url);
      var told = new String(second.getInputStream().readAllBytes(), UTF_8);

      assertEquals(FsckCommand.DAMAGED, second.waitFor(), told);
      assertTrue(told.startsWith("Going on from entry "), told);
      assertTrue(told.contains("entry 19003: is missing"), told);
      assertTrue(told.contains("The log does NOT fit"), told);
    }
  }

  private static String url(TestLog log) throws Exception {
    try (var connection = log.database().getConnection()) {
      var schema = connection.getSchema();
      return server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }
  }

  private Process start(String url) throws IOException {
    var policy = folder.resolve("log.policy");
    Files.writeString(policy, TlogPolicy.text(TestLog.policy().logs()));
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dquarkus.datasource.jdbc.url=" + url,
                Main.class.getName(),
                "fsck",
                "--policy",
                policy.toString(),
                "--state",
                folder.resolve("state").toString()))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
  }
}
