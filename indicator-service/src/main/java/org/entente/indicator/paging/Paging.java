package org.entente.indicator.paging;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.indicator.collection.ExchangeConfig;
import org.entente.indicator.refusal.Refusal.NextInvalid;
import org.entente.indicator.refusal.Refusal.QueryInvalid;

/// Reads what a client asks of a listing, and writes where it goes on. Stateless but for its key:
/// any replica serves any page. Thread-safe.
@Singleton
public final class Paging {
  private final Cursors cursors;
  private final int cap;

  @Inject
  Paging(Cursors cursors, ExchangeConfig config) {
    this(cursors, config.limits().page());
  }

  /// @param cap most rows of one page
  Paging(Cursors cursors, int cap) {
    this.cursors = cursors;
    this.cap = cap;
  }

  /// Reads the query parameters; those that TAXII does not know are ignored.
  ///
  /// @throws QueryInvalid when one is malformed, repeated or not of this listing
  /// @throws NextInvalid when `next` is not this caller's for this listing, or other filters came
  public PageRequest read(Map<String, List<String>> query, Place place) {
    Filters given = Filters.of(query, place.listing().filters());
    int limit = limit(Filters.single(query, "limit").orElse("0"));
    Optional<String> next = Filters.single(query, "next").filter(text -> !text.isEmpty());
    if (next.isEmpty()) {
      return new PageRequest(place, given, limit, given.addedAfter().orElse(-1));
    }
    Cursor cursor = cursors.open(next.get(), place);
    return new PageRequest(place, given.continuing(cursor.filters()), limit, cursor.last());
  }

  /// The `next` of what follows a row.
  ///
  /// @param last date_added of the last row on the page
  public String next(PageRequest page, long last) {
    return cursors.seal(page.place(), last, page.filters());
  }

  private int limit(String text) {
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
}
