package org.entente.kit.cli;

import java.io.PrintWriter;

/// A line on a terminal that is written over again and again; nothing when nobody watches.
final class ProgressLine implements AutoCloseable {

  private final PrintWriter err;
  private final boolean watched;
  private int shown;

  ProgressLine(PrintWriter err, boolean watched) {
    this.err = err;
    this.watched = watched;
  }

  /// Shows this instead of what was shown before.
  void show(String text) {
    if (watched) {
      String safe = Console.harmless(text);
      err.print("\r" + safe + " ".repeat(Math.max(0, shown - safe.length())));
      err.flush();
      shown = safe.length();
    }
  }

  /// Clears the line.
  @Override
  public void close() {
    if (shown > 0) {
      show("");
      err.print("\r");
      err.flush();
    }
  }
}
