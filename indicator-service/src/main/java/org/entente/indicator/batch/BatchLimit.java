package org.entente.indicator.batch;

import java.util.function.ToLongFunction;

/// How much one batch may hold. A single item heavier than `weight` still goes, alone.
///
/// @param items most items in one batch
/// @param weight most weight in one batch, in the unit of `weigher`
/// @param weigher weight of one item
public record BatchLimit<T>(int items, long weight, ToLongFunction<T> weigher) {
  public BatchLimit {
    if (items < 1 || weight < 1) {
      throw new IllegalArgumentException("a batch holds at least one item");
    }
  }
}
