package org.entente.agreement.limit;

/** A clock that only goes forward, for measuring how long something takes. */
@FunctionalInterface
public interface Ticks {

  /** Nanoseconds since some moment. */
  long nanos();
}
