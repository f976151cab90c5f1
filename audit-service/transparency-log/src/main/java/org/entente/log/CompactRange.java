package org.entente.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.entente.log.EvidenceRejected.Reason;

/// All a log must remember to grow: the roots of the perfect subtrees that make up the tree, from
/// the largest (left) to the smallest. There is one per set bit of the size, so at most 64.
///
/// @param size number of entries, unsigned
/// @param roots one hash per set bit of `size`, the highest bit first
public record CompactRange(long size, List<NodeHash> roots) {

  /// Copies the roots and refuses a number of them that does not fit the size.
  public CompactRange {
    roots = List.copyOf(roots);
    if (roots.size() != Long.bitCount(size)) {
      throw new EvidenceRejected(
          Reason.ENCODING_MALFORMED,
          roots.size() + " subtree roots for size " + Long.toUnsignedString(size));
    }
  }

  /// The range of the tree without entries.
  public static CompactRange empty() {
    return new CompactRange(0, List.of());
  }

  /// The range after one more entry.
  public CompactRange append(LeafHash leaf) {
    return appendAll(List.of(leaf));
  }

  /// The range after these entries, in order. Adding an entry merges equal subtrees like a carry in
  /// binary addition.
  public CompactRange appendAll(List<LeafHash> leaves) {
    List<NodeHash> stack = new ArrayList<>(roots);
    long count = size;
    for (LeafHash leaf : leaves) {
      NodeHash merged = leaf.node();
      for (long carry = count; (carry & 1) == 1; carry >>>= 1) {
        merged = MerkleHasher.node(stack.removeLast(), merged);
      }
      stack.add(merged);
      count++;
    }
    return new CompactRange(count, stack);
  }

  /// The root of the tree: the subtrees folded from the right.
  public RootHash root() {
    return roots.isEmpty() ? RootHash.empty() : new RootHash(fold(roots));
  }

  /// Hash over neighbouring perfect subtrees, largest first (at least one).
  static NodeHash fold(List<NodeHash> subtrees) {
    NodeHash hash = subtrees.getLast();
    for (NodeHash left : subtrees.reversed().subList(1, subtrees.size())) {
      hash = MerkleHasher.node(left, hash);
    }
    return hash;
  }

  /// The root of the perfect subtree of `2^height` entries; that bit of the size must be set.
  NodeHash subtree(int height) {
    return roots.get(Long.bitCount(size >>> height) - 1);
  }

  /// Serialised form: size as 8 bytes big-endian, then the roots.
  public byte[] toByteArray() {
    ByteBuffer out = ByteBuffer.allocate(Long.BYTES + roots.size() * NodeHash.BYTES);
    out.putLong(size);
    roots.forEach(root -> out.put(root.octets().shared()));
    return out.array();
  }

  /// Reads the serialised form; the length must fit the size exactly.
  ///
  /// @throws EvidenceRejected with `ENCODING_MALFORMED`
  public static CompactRange parse(byte[] serialised) {
    int hashes = (serialised.length - Long.BYTES) / NodeHash.BYTES;
    if (serialised.length < Long.BYTES
        || serialised.length != Long.BYTES + hashes * NodeHash.BYTES) {
      throw new EvidenceRejected(
          Reason.ENCODING_MALFORMED, "a compact range of " + serialised.length + " bytes");
    }
    Octets all = Octets.of(serialised);
    List<NodeHash> roots = new ArrayList<>();
    for (int at = Long.BYTES; at < all.length(); at += NodeHash.BYTES) {
      roots.add(new NodeHash(all.slice(at, at + NodeHash.BYTES)));
    }
    return new CompactRange(ByteBuffer.wrap(serialised).getLong(), roots);
  }
}
