package org.entente.indicator.objects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.entente.indicator.refusal.Refusal.QueryInvalid;
import org.entente.indicator.taxii.TaxiiTime;

/// The filters of a read (TAXII 2.1 §3.4), as far as they are supported; what is not is refused,
/// for a filter that is ignored shows more than was asked for.
///
/// @param addedAfter only what was added strictly later, microseconds since 1970
/// @param limit most objects, 1 to the service's cap
/// @param after date_added to continue behind
record ObjectQuery(OptionalLong addedAfter, int limit, long after) {
  private static final String ADDED_AFTER = "added_after";
  private static final String LIMIT = "limit";
  private static final String NEXT = "next";

  /// Reads the query parameters; parameters that TAXII does not know are ignored.
  ///
  /// @param cap most objects on one page
  /// @throws QueryInvalid when one is malformed, repeated, unsupported or contradicts `next`
  static ObjectQuery parse(Map<String, List<String>> query, UUID collection, int cap) {
    query.keySet().stream().filter(name -> name.startsWith("match")).forEach(ObjectQuery::refuse);
    OptionalLong addedAfter = addedAfter(query);
    int limit = limit(query, cap);
    Optional<Cursor> next = next(query, collection);
    if (next.isEmpty()) {
      return new ObjectQuery(addedAfter, limit, addedAfter.orElse(-1));
    }
    OptionalLong carried = next.get().addedAfter();
    if (addedAfter.isPresent() && !addedAfter.equals(carried)) {
      throw new QueryInvalid("added_after is not the one next was made with; leave it out");
    }
    return new ObjectQuery(carried, limit, Math.max(next.get().last(), carried.orElse(-1)));
  }

  /// The cursor for what follows an object.
  Cursor continueAfter(UUID collection, long last) {
    return new Cursor(collection, addedAfter, last);
  }

  private static void refuse(String name) {
    throw new QueryInvalid(name + " is not supported yet");
  }

  private static OptionalLong addedAfter(Map<String, List<String>> query) {
    Optional<String> text = single(query, ADDED_AFTER);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong micros = TaxiiTime.parse(text.get());
    if (micros.isEmpty()) {
      throw new QueryInvalid("added_after is no UTC timestamp like 2026-11-01T00:00:00.000000Z");
    }
    return OptionalLong.of(Math.max(0, micros.getAsLong()));
  }

  private static int limit(Map<String, List<String>> query, int cap) {
    String text = single(query, LIMIT).orElse("0");
    if (!text.matches("[0-9]{1,40}")) {
      throw new QueryInvalid("limit is no positive number");
    }
    String digits = text.replaceFirst("^0+", "");
    if (digits.isEmpty()) {
      return cap;
    }
    // More digits than an int has is more than any cap.
    return digits.length() > 9 ? cap : Math.min(cap, Integer.parseInt(digits));
  }

  private static Optional<Cursor> next(Map<String, List<String>> query, UUID collection) {
    Optional<String> text = single(query, NEXT).filter(next -> !next.isEmpty());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Cursor> cursor = text.flatMap(Cursor::decode);
    if (cursor.filter(c -> c.collection().equals(collection)).isEmpty()) {
      throw new QueryInvalid("next is not one this collection gave out");
    }
    return cursor;
  }

  private static Optional<String> single(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new QueryInvalid(name + " is given more than once");
    }
    return values.stream().findFirst();
  }
}
