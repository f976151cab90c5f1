package org.entente.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.entente.local.process.Gone;
import org.entente.local.process.ProcessLedger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL with durable commits and one database for each of two owners that are no super-users:
 * {@code indicators} and {@code audit}. Starting again finds the data as it was. For one thread at
 * a time.
 */
public final class Postgres implements AutoCloseable {

  /** Databases, each owned by the role of the same name. */
  public static final List<String> DATABASES = List.of("indicators", "audit");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SUPERUSER = "postgres";

  private final Path folder;
  private final int port;
  private final ProcessLedger ledger;
  private @Nullable EmbeddedPostgres server;

  /**
   * @param folder for data and log
   * @param port on 127.0.0.1
   */
  public Postgres(Path folder, int port, ProcessLedger ledger) {
    this.folder = folder;
    this.port = port;
    this.ledger = ledger;
  }

  /** Starts the server and returns when it accepts connections and has its databases. */
  public void start() {
    var fresh = Files.notExists(data());
    try {
      Files.createDirectories(folder);
      var log = ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile());
      server = settings().setOutputRedirector(log).setErrorRedirector(log).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ledger.record("postgresql", postmaster());
    if (fresh) {
      archive("true"); // nobody keeps the WAL of a throw-away exchange, unless a test wants it
      DATABASES.forEach(this::createDatabase);
    }
  }

  private EmbeddedPostgres.Builder settings() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(PATIENCE)
        .setPort(port)
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("archive_mode", "on")
        .setServerConfig("max_connections", "120");
  }

  private void createDatabase(String name) {
    execute(SUPERUSER, "CREATE ROLE " + name + " LOGIN PASSWORD '" + password(name) + "'");
    execute(SUPERUSER, "CREATE DATABASE " + name + " OWNER " + name);
    execute(SUPERUSER, "REVOKE CONNECT, TEMPORARY ON DATABASE " + name + " FROM PUBLIC");
  }

  /**
   * From now on this program is told each finished segment of the write-ahead log; see
   * archive_command.
   */
  public void archive(String command) {
    execute(SUPERUSER, "ALTER SYSTEM SET archive_command = '" + command.replace("'", "''") + "'");
    execute(SUPERUSER, "SELECT pg_reload_conf()");
  }

  /** Runs statements as the database's owner: whatever the owner may do, and nothing else. */
  public void execute(String database, String sql) {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("refused by " + database + ": " + sql, e);
    }
  }

  /** A connection as the database's owner. The caller closes it. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), database, password(database));
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Passwords guard nothing here: whoever runs the launcher owns the data. */
  public String password(String database) {
    return database + "-throw-away";
  }

  /** The server itself: what started it has ended. PostgreSQL keeps its id in the first line. */
  private ProcessHandle postmaster() {
    try (var lines = Files.lines(data().resolve("postmaster.pid"))) {
      var pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code kill -9}: what was committed is there after the next start, and nothing else. */
  public void kill() {
    if (server != null) {
      var postmaster = postmaster();
      postmaster.destroyForcibly();
      Gone.await(postmaster, PATIENCE);
    }
    close();
  }

  /**
   * {@code pg_ctl stop -m immediate}, by the signal it sends, since it refuses to run as root:
   * every connection breaks, nothing is tidied up, the next start recovers.
   */
  public void stopImmediately() {
    if (server != null) {
      var postmaster = postmaster();
      try {
        new ProcessBuilder("sh", "-c", "kill -QUIT " + postmaster.pid()).start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Gone.await(postmaster, PATIENCE);
    }
    close();
  }

  /** Ends the server in good order. */
  @Override
  public void close() {
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server = null;
    }
    ledger.forget("postgresql");
  }

  /** The data directory. */
  public Path data() {
    return folder.resolve("data");
  }
}
