package org.entente.log;

/// The hash of a whole tree, as a checkpoint states it. The empty tree has one too: SHA-256 of
/// nothing.
public record RootHash(NodeHash node) {

  /// A copy of these 32 bytes.
  public static RootHash of(byte[] bytes) {
    return new RootHash(NodeHash.of(bytes));
  }

  /// The root of the tree without entries.
  public static RootHash empty() {
    return MerkleHasher.emptyRoot();
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
