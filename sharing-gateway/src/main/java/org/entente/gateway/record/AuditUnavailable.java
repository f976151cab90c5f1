package org.entente.gateway.record;

/** The log did not confirm a record, so whatever was to be recorded must not happen. */
public final class AuditUnavailable extends RuntimeException {

  AuditUnavailable(String detail) {
    super(detail);
  }

  /** Says what was missing, and what it came from. */
  public AuditUnavailable(String detail, Throwable cause) {
    super(detail, cause);
  }
}
