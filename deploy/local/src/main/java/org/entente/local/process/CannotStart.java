package org.entente.local.process;

/** The exchange cannot run here; the message is one sentence for the person who started it. */
public final class CannotStart extends RuntimeException {

  public CannotStart(String sentence) {
    super(sentence);
  }

  public CannotStart(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
