package org.entente.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The three hashes of an RFC 6962 tree (RFC 9162 section 2.1.1). Leaves and nodes start with
/// different bytes so that a node can never be presented as an entry.
final class MerkleHasher {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private MerkleHasher() {}

  /// `SHA-256(0x00 || entry)`.
  static LeafHash leaf(byte[] entry) {
    MessageDigest sha = sha256();
    sha.update(LEAF);
    sha.update(entry);
    return new LeafHash(new NodeHash(Octets.owning(sha.digest())));
  }

  /// `SHA-256(0x01 || left || right)`.
  static NodeHash node(NodeHash left, NodeHash right) {
    MessageDigest sha = sha256();
    sha.update(NODE);
    sha.update(left.octets().shared());
    sha.update(right.octets().shared());
    return new NodeHash(Octets.owning(sha.digest()));
  }

  /// `SHA-256()`.
  static RootHash emptyRoot() {
    return new RootHash(new NodeHash(Octets.owning(sha256().digest())));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }
}
