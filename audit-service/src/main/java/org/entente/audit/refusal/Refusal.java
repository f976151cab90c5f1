package org.entente.audit.refusal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An expected no. Subclasses are named after what was refused; none carries a stack trace. */
public abstract class Refusal extends RuntimeException {

  private final RefusalCode code;

  /**
   * @param detail one sentence for the person who reads the answer; never secrets or internals
   */
  protected Refusal(RefusalCode code, String detail) {
    this(code, detail, null);
  }

  /**
   * @param cause for operators; not part of the answer
   */
  protected Refusal(RefusalCode code, String detail, @Nullable Throwable cause) {
    super(detail, cause, false, false);
    this.code = code;
  }

  public final RefusalCode code() {
    return code;
  }

  /** When to come again, in seconds, if it is of use. */
  public Optional<String> retryAfter() {
    return RefusalMapper.retryAfter(code.status());
  }

  public final String detail() {
    return String.valueOf(getMessage());
  }
}
