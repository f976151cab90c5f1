package org.entente.kit.submit;

/// What proves a part's submission later, besides its body. Immutable.
public final class PartEvidence {

  private final byte[] manifest;
  private final byte[] status;
  private final byte[] receipt;

  PartEvidence(byte[] manifest, byte[] status, byte[] receipt) {
    this.manifest = manifest;
    this.status = status;
    this.receipt = receipt;
  }

  /// A copy of the manifest as sent.
  public byte[] manifest() {
    return manifest.clone();
  }

  /// A copy of the TAXII status as served.
  public byte[] status() {
    return status.clone();
  }

  /// A copy of the receipt, a tlog-proof.
  public byte[] receipt() {
    return receipt.clone();
  }
}
