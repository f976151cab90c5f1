package org.entente.audit.search;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** A parameter of the search cannot be read. */
final class QueryInvalid extends Refusal {
  QueryInvalid(String detail) {
    super(RefusalCode.QUERY_INVALID, detail);
  }
}
