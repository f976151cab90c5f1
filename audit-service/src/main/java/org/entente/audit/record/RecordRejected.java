package org.entente.audit.record;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** The bytes are not an access record this caller may append. */
public final class RecordRejected extends Refusal {

  private RecordRejected(RefusalCode code, String detail) {
    super(code, detail);
  }

  /** A fault of content: {@code RECORD_INVALID}. */
  public static RecordRejected invalid(String detail) {
    return new RecordRejected(RefusalCode.RECORD_INVALID, detail);
  }

  /** A fault of size: {@code RECORD_TOO_LARGE}. */
  public static RecordRejected tooLarge(String detail) {
    return new RecordRejected(RefusalCode.RECORD_TOO_LARGE, detail);
  }

  /** The same fault, naming the line of the batch it was found in, counted from 1. */
  public RecordRejected inLine(int line) {
    return new RecordRejected(code(), "line " + line + ": " + detail());
  }
}
