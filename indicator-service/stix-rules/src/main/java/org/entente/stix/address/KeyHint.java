package org.entente.stix.address;

/// A digest of the public key behind an address: equal hints mean that one key controls both, on
/// whichever chains they are. Never a reason to merge them: scripts, contracts and habits differ.
///
/// @param kind which digest
/// @param hex 20 bytes, lower case
public record KeyHint(Kind kind, String hex) {

  /// The digests that several chains have in common.
  public enum Kind {
    /// RIPEMD-160 of SHA-256: P2PKH, P2WPKH and their forks.
    HASH160,
    /// The last 20 bytes of Keccak-256: EVM and TRON.
    KECCAK20
  }

  /// As the wallet extension's `same_key_hint` writes it: `keccak20:e950…58ff`.
  public String text() {
    return switch (kind) {
      case HASH160 -> "hash160:" + hex;
      case KECCAK20 -> "keccak20:" + hex;
    };
  }
}
