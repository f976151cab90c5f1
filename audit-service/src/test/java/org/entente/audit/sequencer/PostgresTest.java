package org.entente.audit.sequencer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.entente.audit.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the sequencer against a real server; each test has a schema of its own. */
@SuppressWarnings("NullAway.Init") // filled before the first test
class PostgresTest {

  @TempDir static Path folder;

  static EmbeddedPostgres server;

  @BeforeAll
  static void startServer() throws IOException {
    server = TestPostgres.start(folder.resolve("postgres"));
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }
}
