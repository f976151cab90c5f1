package org.entente.gateway.record;

import java.time.Instant;

/** How a request is about to be answered. Status is the HTTP status, length that of the body. */
public sealed interface Outcome {

  int status();

  int length();

  /** It gets what it asked for. */
  record Allowed(int status, int length) implements Outcome {}

  /** It was not allowed. */
  record Refused(int status, int length, String code) implements Outcome {}

  /**
   * Many were not allowed and not recorded one by one.
   *
   * @param count how many, the first one included, which is recorded by itself, too
   * @param from when the first one came
   * @param to when the counting ended
   */
  record Counted(int status, String code, long count, Instant from, Instant to) implements Outcome {
    @Override
    public int length() {
      return 0;
    }
  }

  /** It was allowed, but something it needs does not work. */
  record Failed(int status, int length, String code) implements Outcome {}
}
