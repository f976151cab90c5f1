package org.entente.audit.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.audit.Main;
import org.entente.audit.fsck.Passes;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.entente.log.TlogPolicy;
import org.entente.pki.Pki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, killed in the middle: it goes on where it was. */
class KilledRestoreTest extends PostgresTest {

  private static final String SIZE = "SELECT size FROM log_state";

  @TempDir Path folder;

  @Test
  void killed_in_the_middle_it_goes_on_and_the_log_is_whole() throws Exception {
    try (var older = OlderCopy.of(folder.resolve("mirror"), 5, Collections.nCopies(300, 5))) {
      // Given
      configure(older);
      var first = start();
      while (size(older) == 5) {
        assertTrue(first.isAlive(), () -> "it ended before its first step: " + said(first));
        TimeUnit.MILLISECONDS.sleep(1);
      }

      // When
      first.destroyForcibly().waitFor();
      var half = size(older);
      var second = start();
      var told = said(second);

      // Then
      assertEquals(RestoreCommand.DONE, second.waitFor(), told);
      assertTrue(half < 1_500, "it was killed too late");
      assertTrue(told.contains("Put back entries " + half + " to 1499"), told);
      try (var connection = older.copy.database().getConnection()) {
        assertEquals(List.of(), new Passes(TestLog.policy()).run(connection));
      }
    }
  }

  private static String said(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(OlderCopy older) throws Exception {
    return Long.parseLong(older.copy.column(SIZE).getFirst());
  }

  private void configure(OlderCopy older) throws Exception {
    older.copy.execute(
        "INSERT INTO log_identity VALUES (1, '" + TestLog.KEYS.origin() + "', '', '', now())");
    var keys = TlogPolicy.text(TestLog.policy().logs());
    Files.writeString(folder.resolve("log.policy"), keys);
    Files.writeString(
        folder.resolve("witnesses"), keys.replace("quorum none\n", older.witness.policyLines()));
    Files.writeString(folder.resolve("exchange.yaml"), agreed());
    try (var connection = older.copy.database().getConnection()) {
      var schema = connection.getSchema();
      Files.createDirectories(folder.resolve("config"));
      Files.writeString(
          folder.resolve("config/application.properties"),
          """
          quarkus.datasource.jdbc.url=%s&currentSchema=%s
          entente.witness.policy=witnesses
          entente.exchange=exchange.yaml
          """
              .formatted(server.getJdbcUrl("postgres", "postgres"), schema));
    }
  }

  private String agreed() {
    var pki = Pki.create(folder.resolve("pki"), Clock.systemUTC(), "kr");
    return """
    version: 1
    parties:
      kr:
        name: kr
        tls: { anchors: [%s] }
        identity-provider: { issuer: "https://idp.example/kr", anchors: [%s] }
    collections: {}
    """
        .formatted(pki.party("kr").tlsAnchor(), pki.exchangeAnchor());
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "restore",
                "--policy",
                "log.policy",
                "--from",
                "mirror"))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
  }
}
