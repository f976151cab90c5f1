package org.entente.kit.client;

/** The exchange said no. The code is stable; the gateway's contract explains each. */
public final class ExchangeRefused extends RuntimeException {

  private final int status;
  private final String code;

  ExchangeRefused(int status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The stable code, or {@code HTTP_<status>} when the answer named none. */
  public String code() {
    return code;
  }

  /** Whether trying again later, unchanged, is the right answer. */
  public boolean temporary() {
    return status == 503 || status == 429;
  }

  /** The sentence for people. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
