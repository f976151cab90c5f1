package org.entente.indicator.store;

/// PostgreSQL answered, but refused a statement: a defect of this service or of its data.
public final class StoreFailed extends RuntimeException {
  /// Keeps the cause.
  ///
  /// @param cause what the driver said
  public StoreFailed(Throwable cause) {
    super("PostgreSQL refused a statement", cause);
  }
}
