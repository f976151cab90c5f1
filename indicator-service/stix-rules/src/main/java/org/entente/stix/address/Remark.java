package org.entente.stix.address;

/// What a reader should know about an address that was accepted.
public enum Remark {
  NO_CHECKSUM("its form carries no checksum: a typing error would go unnoticed"),
  FOREIGN_CHECKSUM("its checksum is that of one EVM chain (ERC-1191), not the general one"),
  UNUSUAL_WITNESS("its witness program has no meaning on the network yet"),
  HISTORIC_FORM("its form is no longer handed out on this chain"),
  TEST_NETWORK("it belongs to a test network");

  private final String text;

  Remark(String text) {
    this.text = text;
  }

  /// A clause about the address, for people.
  public String text() {
    return text;
  }
}
