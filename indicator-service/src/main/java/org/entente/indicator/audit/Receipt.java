package org.entente.indicator.audit;

/// Where an access record stands in the log: its index and the base64url of its leaf hash.
public record Receipt(long index, String leaf) {
  /// The value of the `Audit-Receipt` header.
  public String header() {
    return index + ";" + leaf;
  }
}
