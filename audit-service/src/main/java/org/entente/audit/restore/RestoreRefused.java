package org.entente.audit.restore;

/** Why nothing more is put back. */
final class RestoreRefused extends RuntimeException {

  /**
   * @param message one sentence for the operator
   */
  RestoreRefused(String message) {
    super(message, null, false, false);
  }
}
