package org.entente.log;

/** Keys anyone can make again: the seed is the SHA-256 of the name. For tests only. */
final class TestKeys {

  private TestKeys() {}

  static SignerKey ed25519(String name) {
    return key(name, KeyType.ED25519);
  }

  static SignerKey mlDsa(String name) {
    return key(name, KeyType.ML_DSA_44);
  }

  static SignerKey key(String name, KeyType type) {
    byte[] seed = MerkleHasher.sha256(KeyName.utf8("test key " + type + " " + name)).toByteArray();
    return SignerKey.ofSeed(name, type, seed);
  }
}
