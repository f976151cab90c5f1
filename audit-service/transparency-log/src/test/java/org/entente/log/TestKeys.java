package org.entente.log;

/** Keys anyone can make again: the seed is a hash of type and name. For tests only. */
final class TestKeys {

  private TestKeys() {}

  static SignerKey ed25519(String name) {
    return key(name, KeyType.ED25519);
  }

  static SignerKey mlDsa(String name) {
    return key(name, KeyType.ML_DSA_44);
  }

  static SignerKey key(String name, KeyType type) {
    return SignerKey.ofSeed(name, type, seed(name, type));
  }

  static byte[] seed(String name, KeyType type) {
    return MerkleHasher.sha256(KeyName.utf8("test key " + type + " " + name)).toByteArray();
  }
}
