package org.entente.local.process;

/** The exchange cannot run here. */
public final class CannotStart extends RuntimeException {

  private final String sentence;

  public CannotStart(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  public CannotStart(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  /** One sentence for the person who started it. */
  public String sentence() {
    return sentence;
  }
}
