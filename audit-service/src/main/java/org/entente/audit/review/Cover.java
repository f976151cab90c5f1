package org.entente.audit.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.audit.search.SearchQuery;

/**
 * What one signed review has seen: what its query finds below the size it was frozen at. Pure.
 *
 * @param search of the same, read once
 * @param size of the log then
 */
record Cover(ReviewQuery query, SearchQuery search, long size) {

  static Cover of(Review sound) {
    return of(ReviewQuery.parse(sound.query()), sound.frozen().size());
  }

  static Cover of(ReviewQuery query, long size) {
    return new Cover(query, query.search(), size);
  }

  /**
   * Below this index everything of the month was seen by one of them, so that nothing of it need be
   * looked at.
   */
  static long floor(List<Cover> covers, Month month) {
    return covers.stream()
        .filter(cover -> cover.isWhole(month))
        .mapToLong(Cover::size)
        .max()
        .orElse(0);
  }

  private boolean isWhole(Month month) {
    return query.onlyTime()
        && search.fromMs() <= month.begin().toEpochMilli()
        && search.toMs() >= month.end().toEpochMilli();
  }

  /** Whether it can have seen anything of the month from this index on. */
  boolean touches(Month month, long floor) {
    return size > floor
        && search.fromMs() < month.end().toEpochMilli()
        && search.toMs() > month.begin().toEpochMilli();
  }

  /**
   * The search for what it has seen of the month among these entries; empty when they are all
   * newer.
   *
   * @param lowest smallest index
   * @param highest largest index
   * @param most entries there can be
   */
  Optional<SearchQuery> within(Month month, long lowest, long highest, int most) {
    var asked = query.parameters();
    var from = Math.max(search.fromMs(), month.begin().toEpochMilli());
    var to = Math.min(search.toMs(), month.end().toEpochMilli());
    var first = Math.max(lowest, asked.first == null ? 0 : Long.parseLong(asked.first));
    var last =
        Math.min(
            Math.min(highest, size - 1),
            asked.last == null ? Long.MAX_VALUE : Long.parseLong(asked.last));
    if (from >= to || first > last) {
      return Optional.empty();
    }
    asked.from = Instant.ofEpochMilli(from).toString();
    asked.to = Instant.ofEpochMilli(to).toString();
    asked.first = Long.toString(first);
    asked.last = Long.toString(last);
    return Optional.of(SearchQuery.of(asked, most, most));
  }
}
