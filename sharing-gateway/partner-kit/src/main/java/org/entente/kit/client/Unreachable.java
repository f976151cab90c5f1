package org.entente.kit.client;

/** Nothing answered, or not in time. Whether a request had an effect is then unknown. */
public final class Unreachable extends RuntimeException {

  Unreachable(String detail, Throwable cause) {
    super(detail, cause);
  }
}
