package org.entente.audit.offline;

/** Why a command cannot begin. */
public final class CannotRun extends RuntimeException {

  /**
   * @param message one sentence for the operator
   */
  public CannotRun(String message) {
    super(message, null, false, false);
  }
}
