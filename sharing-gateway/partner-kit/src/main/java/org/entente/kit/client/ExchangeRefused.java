package org.entente.kit.client;

import java.time.Duration;
import java.util.Optional;

/** The exchange said no. The code is stable; the gateway's contract explains each. */
public final class ExchangeRefused extends RuntimeException {

  private final int status;
  private final String code;

  private final Duration retryAfter;
  private final Optional<String> errorId;

  ExchangeRefused(int status, String code, String detail) {
    this(status, code, detail, Duration.ZERO, Optional.empty());
  }

  ExchangeRefused(
      int status, String code, String detail, Duration retryAfter, Optional<String> errorId) {
    super(detail);
    this.errorId = errorId;
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
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
    return switch (status) {
      case 408, 429, 502, 503, 504 -> true;
      default -> false;
    };
  }

  /** How long the exchange asks to wait; zero when it does not say. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /**
   * The exchange's id of the request: {@code metadata.correlation_uid} of its record in the log.
   */
  public Optional<String> errorId() {
    return errorId;
  }

  /** The sentence for people. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
