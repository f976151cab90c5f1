package org.entente.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Waits for the end of processes that are no children of this one. */
public final class Gone {

  private static final Duration PAUSE = Duration.ofMillis(50);

  /**
   * Returns when the process runs no more.
   *
   * @throws IllegalStateException when it still does after all patience
   */
  public static void await(ProcessHandle process, Duration patience) {
    var deadline = Instant.now().plus(patience);
    while (process.isAlive() && !isZombie(process.pid())) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("process " + process.pid() + " does not end");
      }
      pause();
    }
  }

  /** Ended, but its parent has not asked: some containers' first process never does. */
  private static boolean isZombie(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false; // not Linux, or gone meanwhile
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a process to end", e);
    }
  }

  private Gone() {}
}
