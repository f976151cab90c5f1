package org.entente.stix.address;

import org.bouncycastle.crypto.digests.KeccakDigest;

/// Keccak-256 as Ethereum and Monero use it: the original padding, which SHA3-256 changed.
final class Keccak {

  private Keccak() {}

  static byte[] of(byte[] bytes, int length) {
    var digest = new KeccakDigest(256);
    digest.update(bytes, 0, length);
    var hash = new byte[32];
    digest.doFinal(hash, 0);
    return hash;
  }
}
