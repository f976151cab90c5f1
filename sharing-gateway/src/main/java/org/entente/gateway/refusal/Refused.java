package org.entente.gateway.refusal;

/** The request does not get what it asks for. Recorded and answered in one place. */
public final class Refused extends RuntimeException {

  private final Code code;
  private final int status;
  private final long retryAfter;

  /** Refuses with the code's usual status; {@code detail} is a sentence for the partner. */
  public Refused(Code code, String detail) {
    this(code, code.status(), detail);
  }

  /** Refuses with a status of its own. */
  public Refused(Code code, int status, String detail) {
    this(code, status, detail, 0);
  }

  private Refused(Code code, int status, String detail, long retryAfter) {
    super(detail, null, false, false);
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** Refuses what may come again, unchanged, after so many seconds. */
  public static Refused forNow(Code code, String detail, long seconds) {
    return new Refused(code, code.status(), detail, seconds);
  }

  /** The stable reason. */
  public Code code() {
    return code;
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** Seconds after which the same may come again; 0 when that is not known. */
  long retryAfter() {
    return retryAfter;
  }

  /** The sentence for the partner. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
