package org.entente.audit.review;

import java.util.Arrays;
import java.util.Locale;
import org.entente.audit.refusal.QueryInvalid;

/** What becomes of a review, and how its records call that. */
public enum State {
  OPEN("review.open", "opened"),
  SIGNED("review.sign", "signed"),
  /** Closed without a sign-off: it counts for nothing. */
  WITHDRAWN("review.withdraw", "withdrawn");

  private final String operation;
  private final String word;

  State(String operation, String word) {
    this.operation = operation;
    this.word = word;
  }

  /**
   * As an address asks for it.
   *
   * @throws QueryInvalid when it is none
   */
  public static State of(String asked) {
    return Arrays.stream(values())
        .filter(state -> state.asked().equals(asked))
        .findFirst()
        .orElseThrow(() -> new QueryInvalid("state is open, signed or withdrawn"));
  }

  /** As an address asks for it. */
  public String asked() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word auditors search by. */
  String operation() {
    return operation;
  }

  /** As its statement says. */
  String word() {
    return word;
  }

  /**
   * That it came to this.
   *
   * @param index of the record that says so
   */
  public record Step(State state, long index) {}
}
