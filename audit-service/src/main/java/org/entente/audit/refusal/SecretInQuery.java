package org.entente.audit.refusal;

/** Somebody asked with a private key or seed phrase; the record must not keep it. */
public final class SecretInQuery extends Refusal {
  public SecretInQuery() {
    super(
        RefusalCode.QUERY_SECRET,
        "this looks like a private key or seed phrase; it was not searched for, and not recorded");
  }
}
