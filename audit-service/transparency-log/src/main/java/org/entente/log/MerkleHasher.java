package org.entente.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The three hashes of an RFC 6962 tree (RFC 9162 section 2.1.1). Leaves and nodes start with
/// different bytes so that a node can never be presented as an entry.
final class MerkleHasher {

  static final byte[] LEAF = {0};
  static final byte[] NODE = {1};

  private MerkleHasher() {}

  /// `SHA-256(0x00 || entry)`.
  static LeafHash leaf(byte[] entry) {
    return new LeafHash(sha256(LEAF, entry));
  }

  /// `SHA-256(0x01 || left || right)`.
  static NodeHash node(NodeHash left, NodeHash right) {
    return sha256(NODE, left.octets().shared(), right.octets().shared());
  }

  /// `SHA-256()`.
  static RootHash emptyRoot() {
    return new RootHash(sha256());
  }

  /// SHA-256 of the parts one after the other.
  static NodeHash sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return new NodeHash(Octets.owning(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }
}
