package org.entente.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program that can be started, stopped, killed, frozen and started again; its output goes to a
 * log file that grows over restarts. Methods are for one thread at a time.
 */
public final class ChildProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int TAIL_LINES = 12;

  private final String name;
  private final Command command;
  private final Path log;
  private final ProcessLedger ledger;
  private @Nullable Process process;

  /**
   * @param name for people and for the ledger; a file name
   * @param log output and errors are appended here
   */
  public ChildProcess(String name, Command command, Path log, ProcessLedger ledger) {
    this.name = name;
    this.command = command;
    this.log = log;
    this.ledger = ledger;
  }

  public String name() {
    return name;
  }

  /** Starts it and returns at once. */
  public void start() {
    if (isAlive()) {
      throw new IllegalStateException(name + " runs already");
    }
    var builder = new ProcessBuilder(command.arguments());
    builder.directory(command.folder().toFile());
    builder.environment().putAll(command.environment());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      var started = builder.start();
      started.getOutputStream().close();
      ledger.record(name, started.toHandle());
      process = started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /**
   * Its id in the operating system.
   *
   * @throws IllegalStateException when it does not run
   */
  public long pid() {
    if (process == null || !process.isAlive()) {
      throw new IllegalStateException(name + " does not run");
    }
    return process.pid();
  }

  /** Exit code, or -1 while it runs or before it ever did. */
  public int exitCode() {
    return process == null || process.isAlive() ? -1 : process.exitValue();
  }

  /** Asks it to end, waits, and kills it when it does not. */
  public void stop() {
    if (process != null && process.isAlive()) {
      signal("CONT");
      process.destroy();
      if (!ended(process, PATIENCE)) {
        kill();
      }
    }
    ledger.forget(name);
  }

  /** {@code kill -9}: no goodbye, nothing flushed. Returns when it is gone. */
  public void kill() {
    if (process != null) {
      process.destroyForcibly();
      if (!ended(process, PATIENCE)) {
        throw new IllegalStateException(name + " survives kill -9");
      }
    }
    ledger.forget(name);
  }

  /** Freezes it: connections stay open and nothing answers. */
  public void suspend() {
    signal("STOP");
  }

  /** Lets it go on. */
  public void resume() {
    signal("CONT");
  }

  public Path log() {
    return log;
  }

  /** The last lines it said, without the stack traces that drown the reason. */
  public String logTail() {
    try {
      var telling =
          Files.readString(log, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t... "))
              .filter(line -> !line.isBlank())
              .toList();
      return String.join(
          "\n", telling.subList(Math.max(0, telling.size() - TAIL_LINES), telling.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  private void signal(String signal) {
    if (process == null) {
      return;
    }
    try {
      var kill = List.of("sh", "-c", "kill -" + signal + " " + process.pid());
      ended(new ProcessBuilder(kill).start(), PATIENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean ended(Process process, Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return false;
    }
  }
}
