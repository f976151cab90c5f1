package org.entente.indicator.warning;

/// A warning list that cannot be used. The service does not start with one.
public final class WarningListInvalid extends RuntimeException {
  WarningListInvalid(String origin, String reason) {
    super("warning list " + origin + ": " + reason);
  }
}
