package org.entente.indicator.batch;

/// More waits already than may: this item was not taken, and nothing of it happened. Later it may
/// be.
public final class Overloaded extends RuntimeException implements Outage {
  /// @param work what waits, as an infinitive
  public Overloaded(String work) {
    super("too much waits to " + work);
  }
}
