package org.entente.audit.search;

import java.util.List;
import java.util.Optional;

/**
 * One page of a search, newest first.
 *
 * @param size of the log when it was asked
 * @param next {@code before} of the next, older page; empty on the last one
 * @param previous {@code after} of the page before, which may have newer ones; empty on the first
 */
public record Paged<T>(long size, List<T> entries, Optional<Long> next, Optional<Long> previous) {

  public Paged {
    entries = List.copyOf(entries);
  }

  /**
   * The page of what was found.
   *
   * @param found in the order it was asked for, one too many when more follow
   * @param index of an entry
   */
  static <T> Paged<T> of(
      long size, List<T> found, SearchQuery query, java.util.function.ToLongFunction<T> index) {
    var more = found.size() > query.limit();
    var page = more ? found.subList(0, query.limit()) : found;
    if (query.backwards()) {
      page = page.reversed();
    }
    if (page.isEmpty()) {
      return new Paged<>(size, page, Optional.empty(), Optional.empty());
    }
    var oldest = Optional.of(index.applyAsLong(page.getLast()));
    var newest = Optional.of(index.applyAsLong(page.getFirst()));
    return query.backwards()
        ? new Paged<>(size, page, oldest, more ? newest : Optional.empty())
        : new Paged<>(
            size,
            page,
            more ? oldest : Optional.empty(),
            query.first() ? Optional.empty() : newest);
  }
}
