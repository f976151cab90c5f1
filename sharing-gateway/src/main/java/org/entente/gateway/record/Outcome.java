package org.entente.gateway.record;

/** How a request is about to be answered. Status is the HTTP status, length that of the body. */
public sealed interface Outcome {

  int status();

  int length();

  /** It gets what it asked for. */
  record Allowed(int status, int length) implements Outcome {}

  /** It was not allowed. */
  record Refused(int status, int length, String code) implements Outcome {}

  /** It was allowed, but something it needs does not work. */
  record Failed(int status, int length, String code) implements Outcome {}
}
