package org.entente.audit.sequencer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.entente.audit.TestPostgres;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One server for all test classes that ask for it; stopped after the last of them. */
final class PostgresServer implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    PostgresTest.server =
        context
            .getRoot()
            .getStore(Namespace.create(PostgresServer.class))
            .computeIfAbsent(Running.class, _ -> Running.start(), Running.class)
            .server();
  }

  private record Running(Path folder, EmbeddedPostgres server) implements AutoCloseable {

    static Running start() {
      try {
        var folder = Files.createTempDirectory("sequencer-test");
        return new Running(folder, TestPostgres.start(folder.resolve("postgres")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }
}
