package org.entente.gateway.record;

/** The log did not confirm a record, so whatever was to be recorded must not happen. */
public final class AuditUnavailable extends RuntimeException {

  /** Says what was missing. */
  public AuditUnavailable(String detail) {
    super(detail);
  }

  /** Says what was missing, and what it came from. */
  public AuditUnavailable(String detail, Throwable cause) {
    super(detail, cause);
  }
}
