package org.entente.log;

import java.util.List;
import org.entente.log.EvidenceRejected.Reason;

/// Proof that an entry stands at an index of a tree (RFC 9162 section 2.1.3).
///
/// Size and root must come from one signed checkpoint. Some sizes have proofs of the same shape, so
/// a proof alone does not show which of them a root belongs to.
///
/// @param index position of the entry, counted from 0, unsigned
/// @param size number of entries of the tree, unsigned
/// @param path sibling hashes, from the leaf's sibling up to the root's child
public record InclusionProof(long index, long size, List<NodeHash> path) {

  /// Copies the path. Whether it fits index and size is only known when verifying.
  public InclusionProof {
    path = List.copyOf(path);
  }

  /// Checks that `leaf` is the entry at this index of the tree with this root.
  ///
  /// @throws EvidenceRejected with `INDEX_OUTSIDE_TREE`, `PROOF_LENGTH_WRONG` or `ROOT_MISMATCH`
  public void verify(LeafHash leaf, RootHash root) {
    RootHash computed = rootOver(leaf);
    if (!computed.equals(root)) {
      throw new EvidenceRejected(
          Reason.ROOT_MISMATCH, "the proof leads to root " + computed + ", expected " + root);
    }
  }

  /// The root that this proof leads to from `leaf`: RFC 9162 section 2.1.3.2 step by step, with the
  /// RFC's names. An attacker chooses everything here, so numbers are unsigned and the length of
  /// the path must be exact.
  private RootHash rootOver(LeafHash leaf) {
    if (Long.compareUnsigned(index, size) >= 0) {
      throw new EvidenceRejected(
          Reason.INDEX_OUTSIDE_TREE,
          "index " + Long.toUnsignedString(index) + " in a tree of " + Long.toUnsignedString(size));
    }
    long fn = index;
    long sn = size - 1;
    NodeHash r = leaf.node();
    for (NodeHash p : path) {
      if (sn == 0) {
        throw lengthWrong();
      }
      if ((fn & 1) == 1 || fn == sn) {
        r = MerkleHasher.node(p, r);
        int skipped = Long.numberOfTrailingZeros(fn);
        fn >>>= skipped;
        sn >>>= skipped;
      } else {
        r = MerkleHasher.node(r, p);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    if (sn != 0) {
      throw lengthWrong();
    }
    return new RootHash(r);
  }

  private EvidenceRejected lengthWrong() {
    return new EvidenceRejected(
        Reason.PROOF_LENGTH_WRONG,
        path.size()
            + " hashes do not fit index "
            + Long.toUnsignedString(index)
            + " of "
            + Long.toUnsignedString(size));
  }
}
