package org.entente.local.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.entente.local.process.Progress;

/** Says what is being waited for: at once, every ten seconds, and when it is done. */
final class ConsoleProgress implements Progress {

  private static final long REMINDER_SECONDS = 10;

  private final PrintStream out;

  ConsoleProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void step(String what, Runnable work) {
    out.println("  … " + what);
    var start = System.nanoTime();
    try (var reminder = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory())) {
      var reminders =
          reminder.scheduleAtFixedRate(
              () -> out.println("    still at it after " + seconds(start) + " s"),
              REMINDER_SECONDS,
              REMINDER_SECONDS,
              TimeUnit.SECONDS);
      work.run();
      reminders.cancel(true);
    }
    out.println("  ✓ " + what + " (" + seconds(start) + " s)");
  }

  private static String seconds(long start) {
    var elapsed = Duration.ofNanos(System.nanoTime() - start);
    return String.format(Locale.ROOT, "%.1f", elapsed.toMillis() / 1000.0);
  }
}
