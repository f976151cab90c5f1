package org.entente.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The definitions of RFC 9162 section 2.1 as they stand there: recursive, and sharing nothing with
 * the code under test but the hash of one node.
 */
final class ReferenceTree {

  private final List<LeafHash> d;
  private final Map<List<Integer>, NodeHash> known = new HashMap<>();

  ReferenceTree(List<LeafHash> leaves) {
    this.d = leaves;
  }

  /** Section 2.1.1: MTH(D[0:n]). */
  RootHash root(int n) {
    return n == 0 ? RootHash.empty() : new RootHash(mth(0, n));
  }

  /** Section 2.1.3.1: PATH(m, D[0:n]). */
  List<NodeHash> path(int m, int n) {
    return path(m, 0, n);
  }

  /** Section 2.1.4.1: PROOF(m, D[0:n]), 0 < m < n. */
  List<NodeHash> proof(int m, int n) {
    return subproof(m, 0, n, true);
  }

  NodeHash mth(int from, int to) {
    if (to - from == 1) {
      return d.get(from).node();
    }
    List<Integer> key = List.of(from, to);
    NodeHash hash = known.get(key);
    if (hash == null) {
      int k = split(to - from);
      hash = MerkleHasher.node(mth(from, from + k), mth(from + k, to));
      known.put(key, hash);
    }
    return hash;
  }

  private List<NodeHash> path(int m, int from, int to) {
    if (to - from == 1) {
      return List.of();
    }
    int k = split(to - from);
    return m < k
        ? plus(path(m, from, from + k), mth(from + k, to))
        : plus(path(m - k, from + k, to), mth(from, from + k));
  }

  private List<NodeHash> subproof(int m, int from, int to, boolean b) {
    int n = to - from;
    if (m == n) {
      return b ? List.of() : List.of(mth(from, to));
    }
    int k = split(n);
    return m <= k
        ? plus(subproof(m, from, from + k, b), mth(from + k, to))
        : plus(subproof(m - k, from + k, to, false), mth(from, from + k));
  }

  private static List<NodeHash> plus(List<NodeHash> list, NodeHash last) {
    List<NodeHash> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /** The largest power of two smaller than n. */
  private static int split(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }
}
