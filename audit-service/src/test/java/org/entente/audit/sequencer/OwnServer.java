package org.entente.audit.sequencer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/**
 * A PostgreSQL that a test may ill-treat: stopped without ceremony and started again on its data.
 *
 * @param binaries where its programs are
 */
public record OwnServer(EmbeddedPostgres server, Path binaries, Path data)
    implements AutoCloseable {

  /** A server with this folder for its programs, and that one for its data. */
  public static OwnServer start(Path programs, Path data) throws IOException {
    var server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(programs.toFile())
            .setDataDirectory(data.toFile())
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("max_wal_size", "48MB")
            .setServerConfig("min_wal_size", "32MB")
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
    var postmaster = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
    var process = ProcessHandle.of(Long.parseLong(postmaster.strip())).orElseThrow();
    var program = Path.of(process.info().command().orElseThrow());
    return new OwnServer(server, Objects.requireNonNull(program.getParent()), data);
  }

  /** As if the power had failed: nothing is written any more. */
  void stopImmediately() {
    control("stop", "-m", "immediate");
  }

  /** Whether it recovers and listens again where it did. */
  boolean isStartedAgain() {
    var options =
        "-p "
            + server.getPort()
            + " -c fsync=on -c max_wal_size=48MB -c min_wal_size=32MB"
            + " -c restore_command=false -c hot_standby=off";
    return control("start", "-o", options, "-l", data.resolveSibling("again.log").toString()) == 0;
  }

  /** Ends as a restore from a backup ends: with a timeline of its own. */
  public boolean isRestored() throws IOException {
    stopImmediately();
    Files.createFile(data.resolve("recovery.signal"));
    return isStartedAgain();
  }

  boolean isRunning() {
    return control("status") == 0;
  }

  private int control(String... words) {
    var command = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(binaries.resolve("pg_ctl").toString(), "-w", "-D", data.toString()));
    command.addAll(List.of(words));
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Assertions.assertTrue(process.waitFor(60, TimeUnit.SECONDS), "pg_ctl hangs");
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stopImmediately();
  }
}
