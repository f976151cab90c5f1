package org.entente.indicator.audit;

/// How an access ended.
public sealed interface Outcome {
  /// HTTP status of the answer.
  int status();

  /// Allowed and carried out.
  record Allowed(int status) implements Outcome {}

  /// Refused, with the stable code.
  record Refused(int status, String code) implements Outcome {}

  /// Allowed, but it failed, with the stable code.
  record Failed(int status, String code) implements Outcome {}
}
