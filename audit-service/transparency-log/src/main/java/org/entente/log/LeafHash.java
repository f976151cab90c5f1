package org.entente.log;

/// The hash of one entry: SHA-256 of a zero byte and the entry's bytes (RFC 9162 section 2.1.1). It
/// is also the node at the bottom of the tree.
public record LeafHash(NodeHash node) {

  /// A copy of these 32 bytes, for a leaf hash that was stored.
  public static LeafHash of(byte[] bytes) {
    return new LeafHash(NodeHash.of(bytes));
  }

  /// The leaf hash of an entry.
  public static LeafHash ofEntry(byte[] entry) {
    return MerkleHasher.leaf(entry);
  }

  /// A copy of the 32 bytes.
  public byte[] toByteArray() {
    return node.toByteArray();
  }

  @Override
  public String toString() {
    return node.toString();
  }
}
