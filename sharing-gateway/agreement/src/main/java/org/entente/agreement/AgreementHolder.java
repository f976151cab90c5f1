package org.entente.agreement;

/** Who goes by the agreement that is in force. Called by one thread. */
public interface AgreementHolder {

  /**
   * Goes by this one from now on; what began under the one before ends under it. When this throws,
   * the next look tries again, so half of it may be done already, or twice.
   */
  void take(Agreement agreement);

  /** The file cannot be used; what is in force stays. */
  void refuse(AgreementRejected rejected);

  /** The file says again what is in force. */
  void recover();

  /** {@link #take} threw this; told once, however many looks find the same. */
  void fail(RuntimeException fault);
}
