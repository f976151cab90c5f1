package org.entente.indicator.act;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.entente.stix.marking.Terms;

/// What is stored of the objects at hand, and who sees it in one collection; it moves on with every
/// act. Confined to one transaction, under the collection's lock.
final class Holdings {
  private final Map<String, List<Held>> versions;
  private final Map<String, Terms> definitions;
  private final Map<Long, Map<String, Long>> dates = new HashMap<>();

  /// @param versions by the object's id, the smallest version first
  /// @param definitions terms of the producer's marking-definitions
  Holdings(Map<String, List<Held>> versions, Map<String, Terms> definitions) {
    this.versions = versions;
    this.definitions = definitions;
  }

  List<Held> versions(String stixId) {
    return versions.getOrDefault(stixId, List.of());
  }

  Terms terms(Held held) {
    return held.markings().under(id -> Optional.ofNullable(definitions.get(id)));
  }

  /// Who sees a version, and since when; by place, in a constant order.
  Map<String, Long> readers(Held held) {
    return dates.computeIfAbsent(held.id(), _ -> new TreeMap<>());
  }

  OptionalLong date(Held held, String place) {
    Long date = readers(held).get(place);
    return date == null ? OptionalLong.empty() : OptionalLong.of(date);
  }

  void grant(long id, String place, long date) {
    dates.computeIfAbsent(id, _ -> new TreeMap<>()).put(place, date);
  }

  void retract(Held held, String place) {
    readers(held).remove(place);
  }
}
