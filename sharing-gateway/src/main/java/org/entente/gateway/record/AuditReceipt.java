package org.entente.gateway.record;

/**
 * Where a record stands in the log.
 *
 * @param index from 0
 * @param leaf base64url of the leaf hash, the handle its proof is fetched with
 */
public record AuditReceipt(long index, String leaf) {

  /** Name of the header that carries it. */
  public static final String HEADER = "Audit-Receipt";

  /** {@code <index>;<leaf>}. */
  public String headerValue() {
    return index + ";" + leaf;
  }
}
