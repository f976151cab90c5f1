package org.entente.local.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The processes a launcher has started, one small file each, so that none outlives it: a watcher
 * ends them when the launcher is gone for whatever reason, and the next start ends what even the
 * watcher missed.
 *
 * <p>A file holds the process id and its start time in milliseconds. At the next start both must
 * match before anything is killed, since ids are reused; the watcher goes by ids alone, which is as
 * long as the launcher has just ended. Thread-safe.
 */
public final class ProcessLedger implements AutoCloseable {

  /** Ignores the terminal's Ctrl-C, waits for the end of the launcher, then clears up. */
  private static final String WATCHER =
      """
      trap '' INT TERM HUP
      while read -r line; do :; done
      for file in "$1"/*; do
        [ -f "$file" ] || continue
        read -r pid start < "$file"
        kill -CONT "$pid" 2>/dev/null; kill -TERM "$pid" 2>/dev/null
      done
      for file in "$1"/*; do
        [ -f "$file" ] || continue
        read -r pid start < "$file"
        for second in 1 2 3 4 5; do
          kill -0 "$pid" 2>/dev/null || break
          sleep 1
        done
        kill -KILL "$pid" 2>/dev/null
        rm -f "$file"
      done
      """;

  /** Start times are read with ten milliseconds of precision and rounded differently at times. */
  private static final long START_TOLERANCE_MILLIS = 1500;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path folder;
  private @Nullable OutputStream lifeline;

  private ProcessLedger(Path folder) {
    this.folder = folder;
  }

  /** Ends what an earlier launcher left in this folder and starts watching this one. */
  public static ProcessLedger open(Path folder) {
    try {
      Files.createDirectories(folder);
      var ledger = new ProcessLedger(folder);
      ledger.endStale();
      var watcher = new ProcessBuilder("sh", "-c", WATCHER, "entente-watcher", folder.toString());
      watcher.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      watcher.redirectError(ProcessBuilder.Redirect.DISCARD);
      ledger.lifeline = watcher.start().getOutputStream();
      return ledger;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes note of a running process under a name of its own. */
  public void record(String name, ProcessHandle process) {
    try {
      Files.writeString(folder.resolve(name), process.pid() + " " + startMillis(process) + "\n");
    } catch (IOException e) {
      process.destroyForcibly();
      throw new UncheckedIOException(e);
    }
  }

  /** The process of this name has ended. */
  public void forget(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void endStale() throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        var words = List.of(Files.readString(file).strip().split(" ", 2));
        ProcessHandle.of(Long.parseLong(words.getFirst()))
            .filter(process -> startedAt(process, Long.parseLong(words.getLast())))
            .ifPresent(ProcessLedger::end);
        Files.delete(file);
      }
    }
  }

  private static boolean startedAt(ProcessHandle process, long millis) {
    return Math.abs(startMillis(process) - millis) < START_TOLERANCE_MILLIS;
  }

  private static long startMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static void end(ProcessHandle process) {
    process.destroyForcibly();
    Gone.await(process, PATIENCE);
  }

  /** The watcher ends, and with it whatever is still on file. */
  @Override
  public void close() {
    try {
      if (lifeline != null) {
        lifeline.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
