package org.entente.stix.observable;

/// The kinds of observable that have a key.
public enum Kind {
  DOMAIN("dns"),
  URL("url"),
  /// An address or, with a prefix length, a network of IPv4.
  IPV4("ip4"),
  IPV6("ip6"),
  EMAIL("mail"),
  MAC("mac"),
  MD5("md5"),
  SHA1("sha1"),
  SHA256("sha256"),
  SHA512("sha512"),
  SHA3_256("sha3-256"),
  SHA3_512("sha3-512"),
  SSDEEP("ssdeep"),
  TLSH("tlsh"),
  PACKAGE("purl"),
  ACCOUNT("acct"),
  TELEGRAM("tg"),
  REGISTRY_KEY("reg"),
  /// A CAIP-10 account: the value begins with the chain's own prefix.
  WALLET(""),
  /// A transaction: the value is `<caip2>:tx:<hash>`.
  TRANSACTION(""),
  /// Any other property: the value is `<type>:<path>:<text>`.
  OTHER("stix");

  private final String prefix;

  Kind(String prefix) {
    this.prefix = prefix;
  }

  /// What the key's text begins with, before the colon; empty for what brings its own.
  public String prefix() {
    return prefix;
  }
}
