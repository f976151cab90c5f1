package org.entente.audit.search;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** Somebody searched for a private key or seed phrase; the record must not keep it. */
final class SecretInQuery extends Refusal {
  SecretInQuery() {
    super(
        RefusalCode.QUERY_SECRET,
        "this looks like a private key or seed phrase; it was not searched for, and not recorded");
  }
}
