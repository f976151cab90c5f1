package org.entente.indicator.store;

/// Another transaction got there first; the same work on fresh reads will do.
public final class StoreContended extends RuntimeException {
  /// Keeps the cause.
  ///
  /// @param cause what the driver said
  public StoreContended(Throwable cause) {
    super("another transaction was faster", cause);
  }

  /// For contention the statements themselves noticed.
  public StoreContended(String message) {
    super(message);
  }
}
