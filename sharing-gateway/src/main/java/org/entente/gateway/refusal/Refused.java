package org.entente.gateway.refusal;

/** The request does not get what it asks for. Recorded and answered in one place. */
public final class Refused extends RuntimeException {

  private final Code code;
  private final int status;

  /** Refuses with the code's usual status; {@code detail} is a sentence for the partner. */
  public Refused(Code code, String detail) {
    this(code, code.status(), detail);
  }

  /** Refuses with a status of its own. */
  public Refused(Code code, int status, String detail) {
    super(detail, null, false, false);
    this.code = code;
    this.status = status;
  }

  /** The stable reason. */
  public Code code() {
    return code;
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** The sentence for the partner. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
