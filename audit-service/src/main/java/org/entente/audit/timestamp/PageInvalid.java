package org.entente.audit.timestamp;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** A parameter of the list that is none. */
final class PageInvalid extends Refusal {
  PageInvalid(String parameter) {
    super(RefusalCode.QUERY_INVALID, parameter + " cannot be read");
  }
}
