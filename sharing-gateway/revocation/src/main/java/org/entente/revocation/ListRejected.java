package org.entente.revocation;

/** A list that is not taken; what was held before stays. The message is for operators. */
public final class ListRejected extends RuntimeException {

  /** Why. */
  public enum Fault {
    /** Not one list in PEM or DER, or longer than allowed. */
    UNREADABLE,
    /** Of another authority by name. */
    OTHER_AUTHORITY,
    /** The authority's key did not sign it, may not sign lists, or did so with a weak algorithm. */
    NOT_SIGNED,
    /** Without {@code nextUpdate}, or from the future. */
    UNDATED,
    /** Says only what has changed since another list. */
    DELTA,
    /** Speaks of other authorities' certificates, or only of some of its own. */
    NOT_WHOLE,
    /** Says something critical that is not understood here (RFC 5280 section 5.2). */
    NOT_UNDERSTOOD,
    /** Older than the one that is held. */
    OLDER
  }

  private final Fault fault;

  ListRejected(Fault fault, String detail) {
    super(detail, null, false, false);
    this.fault = fault;
  }

  /** The kind of fault. */
  public Fault fault() {
    return fault;
  }

  /** What is wrong, in one sentence. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
