package org.entente.indicator.batch;

import java.util.function.ToLongFunction;

/// How much one batch may hold, and how much may wait for one. A single item heavier than `weight`
/// still goes, alone.
///
/// @param items most items in one batch
/// @param weight most weight in one batch, in the unit of `weigher`
/// @param backlog how many batches' items and weight may wait
/// @param weigher weight of one item
public record BatchLimit<T>(int items, long weight, int backlog, ToLongFunction<T> weigher) {
  public BatchLimit {
    if (items < 1 || weight < 1 || backlog < 1) {
      throw new IllegalArgumentException("a batch holds at least one item, and one may wait");
    }
  }

  /// Whether so much fits into one batch.
  boolean holds(long someItems, long someWeight) {
    return someItems <= items && someWeight <= weight;
  }

  /// Whether so much may wait.
  boolean keeps(long someItems, long someWeight) {
    return someItems <= (long) items * backlog && someWeight <= weight * backlog;
  }
}
