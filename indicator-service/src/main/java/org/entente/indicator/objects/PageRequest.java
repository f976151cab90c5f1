package org.entente.indicator.objects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.entente.indicator.refusal.Refusal.QueryInvalid;
import org.entente.indicator.taxii.Queries;
import org.entente.indicator.taxii.TaxiiTime;

/// Which page of a collection is asked for (TAXII 2.1 §3.4, §3.5).
///
/// @param addedAfter the caller's filter, exclusive, in microseconds since 1970
/// @param after where this page begins, exclusive
/// @param limit most objects on it
record PageRequest(OptionalLong addedAfter, long after, int limit) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,30}");
  private static final int MOST_DIGITS = 9;

  /// Reads the query.
  ///
  /// @param cap most objects any page may have
  /// @throws QueryInvalid when a parameter is malformed, repeated, not supported, or when `next`
  ///   was given out for another collection or filter
  static PageRequest read(Map<String, List<String>> query, UUID collection, int cap) {
    Queries.check(query);
    OptionalLong addedAfter = addedAfter(Queries.single(query, "added_after"));
    int limit = limit(Queries.single(query, "limit"), cap);
    Optional<String> next = Queries.single(query, "next");
    if (next.isEmpty()) {
      return new PageRequest(addedAfter, addedAfter.orElse(Long.MIN_VALUE), limit);
    }
    Cursor cursor = cursor(next.get(), collection);
    if (addedAfter.isPresent() && !addedAfter.equals(cursor.addedAfter())) {
      throw new QueryInvalid("next belongs to another added_after");
    }
    return new PageRequest(cursor.addedAfter(), cursor.position(), limit);
  }

  private static OptionalLong addedAfter(Optional<String> text) {
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong micros = TaxiiTime.parse(text.get());
    if (micros.isEmpty()) {
      throw new QueryInvalid("added_after is no timestamp in UTC with Z");
    }
    return micros;
  }

  private static int limit(Optional<String> text, int cap) {
    if (text.isEmpty()) {
      return cap;
    }
    if (!NUMBER.matcher(text.get()).matches()) {
      throw new QueryInvalid("limit is no positive integer");
    }
    String digits = text.get().replaceFirst("^0+", "");
    if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
      return cap;
    }
    return Math.min(cap, Integer.parseInt(digits));
  }

  private static Cursor cursor(String next, UUID collection) {
    return Cursor.parse(next)
        .filter(cursor -> cursor.collection().equals(collection))
        .orElseThrow(() -> new QueryInvalid("next was not given out here"));
  }
}
