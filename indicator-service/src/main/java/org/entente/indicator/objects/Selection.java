package org.entente.indicator.objects;

import java.util.List;
import java.util.Optional;
import org.entente.indicator.paging.Filter;
import org.entente.indicator.paging.Filters;
import org.entente.indicator.paging.PageRequest;
import org.entente.indicator.paging.Versions;

/// What the filters leave of a collection, as far as it can be said without the store. Pure.
///
/// @param ids the objects to look at; empty for all
/// @param types the types to look at; empty for all, and when ids say it already
record Selection(Optional<List<String>> ids, Optional<List<String>> types, Versions versions) {
  /// The selection of a request.
  static Selection of(PageRequest request) {
    Filters filters = request.filters();
    Versions versions =
        switch (request.place().listing()) {
          case VERSIONS -> Versions.ALL;
          case OBJECTS, MANIFEST, OBJECT, WITHDRAWALS, DELETION -> filters.versions();
        };
    if (filters.excludeEverything()) {
      return new Selection(Optional.of(List.of()), Optional.empty(), versions);
    }
    String object = request.place().object();
    Optional<List<String>> ids =
        object.isEmpty() ? filters.of(Filter.ID) : Optional.of(List.of(object));
    Optional<List<String>> types = filters.of(Filter.TYPE);
    return ids.isEmpty()
        ? new Selection(ids, types, versions)
        : new Selection(ids.map(all -> ofTypes(all, types)), Optional.empty(), versions);
  }

  /// An id begins with its object's type (STIX 2.1 §2.9).
  private static List<String> ofTypes(List<String> ids, Optional<List<String>> types) {
    return ids.stream()
        .filter(id -> types.isEmpty() || types.get().contains(id.split("--", 2)[0]))
        .toList();
  }
}
