package org.entente.log;

import java.util.ArrayList;
import java.util.List;

/// The entries `D[start:end]` of RFC 9162 section 2.1, and which of them a proof needs hashes of.
///
/// @param start index of the first entry
/// @param end index after the last entry
record Span(long start, long end) {

  /// The perfect subtrees that make up this span, largest first. A span the RFC cuts off starts at
  /// a multiple of its largest subtree, so these are aligned.
  List<Subtree> subtrees() {
    List<Subtree> subtrees = new ArrayList<>();
    long at = start;
    for (long rest = end - start; rest > 0; rest -= Long.highestOneBit(rest)) {
      int height = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
      subtrees.add(new Subtree(height, at >>> height));
      at += Long.highestOneBit(rest);
    }
    return subtrees;
  }

  /// PATH of RFC 9162 section 2.1.3.1: the siblings of entry `index`, from the leaf upwards.
  static List<Span> inclusionPath(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no entry " + index + " in a tree of " + size);
    }
    List<Span> path = new ArrayList<>();
    Span at = new Span(0, size);
    while (at.end - at.start > 1) {
      long split = at.split();
      path.add(index < split ? new Span(split, at.end) : new Span(at.start, split));
      at = index < split ? new Span(at.start, split) : new Span(split, at.end);
    }
    return path.reversed();
  }

  /// PROOF of RFC 9162 section 2.1.4.1 between the first `oldSize` and the first `size` entries.
  static List<Span> consistencyPath(long oldSize, long size) {
    if (oldSize < 0 || oldSize > size) {
      throw new IllegalArgumentException("no tree of " + oldSize + " within a tree of " + size);
    }
    List<Span> path = new ArrayList<>();
    if (oldSize == 0) {
      return path;
    }
    Span at = new Span(0, size);
    while (at.end != oldSize) {
      long split = at.split();
      path.add(oldSize <= split ? new Span(split, at.end) : new Span(at.start, split));
      at = oldSize <= split ? new Span(at.start, split) : new Span(split, at.end);
    }
    if (at.start != 0) {
      path.add(at);
    }
    return path.reversed();
  }

  /// Where the RFC splits: after the largest power of two that is smaller than the length.
  private long split() {
    return start + Long.highestOneBit(end - start - 1);
  }
}
