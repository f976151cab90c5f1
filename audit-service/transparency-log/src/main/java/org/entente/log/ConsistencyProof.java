package org.entente.log;

import java.util.ArrayList;
import java.util.List;
import org.entente.log.EvidenceRejected.Reason;

/// Proof that a tree only grew: the first `oldSize` entries of the newer tree are the older tree
/// (RFC 9162 section 2.1.4). Each size and its root must come from one signed checkpoint.
///
/// @param oldSize number of entries of the older tree, unsigned
/// @param newSize number of entries of the newer tree, unsigned
/// @param path hashes in the order of the RFC; empty when the sizes are equal or the older is 0
public record ConsistencyProof(long oldSize, long newSize, List<NodeHash> path) {

  /// Copies the path. Whether it fits the sizes is only known when verifying.
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /// Checks that the tree with `newRoot` continues the tree with `oldRoot`.
  ///
  /// @throws EvidenceRejected with `SIZES_REVERSED`, `PROOF_LENGTH_WRONG`, `OLD_ROOT_MISMATCH` or
  ///   `ROOT_MISMATCH`
  public void verify(RootHash oldRoot, RootHash newRoot) {
    if (Long.compareUnsigned(oldSize, newSize) > 0) {
      throw new EvidenceRejected(Reason.SIZES_REVERSED, "the older tree is larger: " + sizes());
    }
    if (oldSize == 0 || oldSize == newSize) {
      requireLength(path.isEmpty());
      requireOld(oldSize == 0 ? RootHash.empty() : newRoot, oldRoot);
      if (newSize == 0) {
        requireNew(RootHash.empty(), newRoot);
      }
    } else {
      climb(oldRoot, newRoot);
    }
  }

  /// RFC 9162 section 2.1.4.2 step by step, with the RFC's names, for `0 < oldSize < newSize`.
  private void climb(RootHash oldRoot, RootHash newRoot) {
    requireLength(!path.isEmpty());
    List<NodeHash> hashes = new ArrayList<>(path);
    if (Long.bitCount(oldSize) == 1) {
      hashes.addFirst(oldRoot.node());
    }
    int whole = Long.numberOfTrailingZeros(oldSize);
    long fn = (oldSize - 1) >>> whole;
    long sn = (newSize - 1) >>> whole;
    NodeHash fr = hashes.getFirst();
    NodeHash sr = fr;
    for (NodeHash c : hashes.subList(1, hashes.size())) {
      requireLength(sn != 0);
      if ((fn & 1) == 1 || fn == sn) {
        fr = MerkleHasher.node(c, fr);
        sr = MerkleHasher.node(c, sr);
        int skipped = Long.numberOfTrailingZeros(fn);
        fn >>>= skipped;
        sn >>>= skipped;
      } else {
        sr = MerkleHasher.node(sr, c);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    requireLength(sn == 0);
    requireOld(new RootHash(fr), oldRoot);
    requireNew(new RootHash(sr), newRoot);
  }

  private void requireLength(boolean right) {
    if (!right) {
      throw new EvidenceRejected(
          Reason.PROOF_LENGTH_WRONG, path.size() + " hashes do not fit " + sizes());
    }
  }

  private static void requireOld(RootHash computed, RootHash expected) {
    if (!computed.equals(expected)) {
      throw new EvidenceRejected(
          Reason.OLD_ROOT_MISMATCH,
          "the proof leads to older root " + computed + ", expected " + expected);
    }
  }

  private static void requireNew(RootHash computed, RootHash expected) {
    if (!computed.equals(expected)) {
      throw new EvidenceRejected(
          Reason.ROOT_MISMATCH,
          "the proof leads to newer root " + computed + ", expected " + expected);
    }
  }

  private String sizes() {
    return "sizes " + Long.toUnsignedString(oldSize) + " and " + Long.toUnsignedString(newSize);
  }
}
