package org.entente.timestamp;

/**
 * A time-stamp authority's answer proves nothing. The reason is stable and meant for programs, the
 * detail is one printable sentence.
 */
public final class TimeStampRejected extends RuntimeException {

  /** What failed. */
  public enum Reason {
    /** No time-stamp reply, or a larger one than is read. */
    REPLY_MALFORMED,
    /** The authority refused, or granted something else than was asked for. */
    NOT_GRANTED,
    /** It stamped something else. */
    IMPRINT_MISMATCH,
    /** It is the answer to another question. */
    NONCE_MISMATCH,
    /** It was issued under another policy than the one that is trusted. */
    POLICY_MISMATCH,
    /** The certificate that signed it is not there, or did not sign it. */
    SIGNATURE_INVALID,
    /** The certificate was not valid then, or is not one for time stamps and nothing else. */
    CERTIFICATE_UNFIT,
    /** No trusted authority vouches for the certificate. */
    AUTHORITY_UNKNOWN,
    /** The time is not when it was asked. */
    TIME_IMPLAUSIBLE
  }

  private static final int MAX_DETAIL = 300;

  private final Reason reason;
  private final String detail;

  /**
   * @param detail may quote hostile text; it is made printable here
   */
  public TimeStampRejected(Reason reason, String detail) {
    super(reason + ": " + printable(detail), null, false, false);
    this.reason = reason;
    this.detail = printable(detail);
  }

  public Reason reason() {
    return reason;
  }

  public String detail() {
    return detail;
  }

  private static String printable(String text) {
    var plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    return plain.length() <= MAX_DETAIL ? plain : plain.substring(0, MAX_DETAIL) + "...";
  }
}
