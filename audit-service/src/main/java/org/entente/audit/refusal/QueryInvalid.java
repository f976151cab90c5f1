package org.entente.audit.refusal;

/** A parameter of a question cannot be read, or is not for whoever asks. */
public final class QueryInvalid extends Refusal {

  /**
   * @param detail names the parameter; nothing of its text
   */
  public QueryInvalid(String detail) {
    super(RefusalCode.QUERY_INVALID, detail);
  }
}
