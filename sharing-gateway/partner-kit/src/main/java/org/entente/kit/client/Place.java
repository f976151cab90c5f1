package org.entente.kit.client;

import java.util.List;
import java.util.Optional;
import org.entente.kit.client.ExchangeClient.Page;
import org.entente.kit.client.ExchangeClient.Selection;
import org.jspecify.annotations.Nullable;

/// Where a reader stands in a collection: everything before it was read, nothing behind it.
///
/// @param addedAfter the filter every request from here carries
/// @param next the exchange's own word for the place, while a listing is not at its end
/// @param last when the last object read was added
public record Place(Optional<String> addedAfter, Optional<String> next, Optional<String> last) {

  /// The beginning of a collection, or of what was added after this time.
  public static Place start(@Nullable String addedAfter) {
    return new Place(Optional.ofNullable(addedAfter), Optional.empty(), Optional.empty());
  }

  /// What to ask for from here.
  public Selection selection(@Nullable Integer limit) {
    return new Selection(addedAfter.orElse(null), limit, next.orElse(null), List.of());
  }

  /// The place behind a page that was served for this one. [ExchangeRefused] when there are more
  /// objects and the page does not say where.
  public Place after(Page page) {
    Optional<String> end = page.lastAdded().or(() -> last);
    if (page.more() && page.next().isPresent()) {
      return new Place(addedAfter, page.next(), end);
    }
    if (page.more() && (page.lastAdded().isEmpty() || page.lastAdded().equals(addedAfter))) {
      throw unsaid(); // The same page again and again.
    }
    return withoutNext(end);
  }

  /// Like [#after], for a place that will be used later: a page with objects must say its end.
  public Place afterAll(Page page, int objects) {
    if (objects > 0 && page.lastAdded().isEmpty()) {
      throw unsaid();
    }
    return after(page);
  }

  private static ExchangeRefused unsaid() {
    return new ExchangeRefused(
        200, "PLACE_MISSING", "The page does not say X-TAXII-Date-Added-Last, where it ends.");
  }

  /// The same place in the words of TAXII alone, for when the exchange does not know `next` any
  /// longer; empty when there is no other way to say it.
  public Optional<Place> withoutNext() {
    return next.isPresent() && last.isPresent() ? Optional.of(withoutNext(last)) : Optional.empty();
  }

  private Place withoutNext(Optional<String> end) {
    return new Place(end.or(() -> addedAfter), Optional.empty(), end);
  }
}
