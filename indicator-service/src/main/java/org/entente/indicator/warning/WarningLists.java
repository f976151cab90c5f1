package org.entente.indicator.warning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.indicator.warning.Warning.Match;
import org.entente.stix.observable.Guess;
import org.entente.stix.observable.Kind;
import org.entente.stix.observable.ObservableKey;
import org.entente.stix.observable.ObservableRejected;
import org.entente.stix.observable.Observables;
import org.entente.stix.observable.Strength;

/// All warning lists, asked about one key at a time. Immutable; a microsecond or two.
public final class WarningLists {
  /// No list at all.
  public static final WarningLists NONE = new WarningLists(List.of());

  private final Map<String, List<WarningList>> byKey;

  /// @throws WarningListInvalid when two have one name
  WarningLists(List<WarningList> lists) {
    Map<String, List<WarningList>> index = new HashMap<>();
    Map<String, WarningList> named = new HashMap<>();
    for (WarningList list : lists) {
      if (named.put(list.name(), list) != null) {
        throw new WarningListInvalid(list.name(), "another list has the same name");
      }
      list.entries()
          .keySet()
          .forEach(key -> index.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(list));
    }
    byKey = Map.copyOf(index);
  }

  /// What the lists say of a key: first what marks it, then the hints.
  public List<Warning> about(ObservableKey key) {
    return Stream.concat(warnings(key.text(), Match.EXACT), around(key)).toList();
  }

  private Stream<Warning> around(ObservableKey key) {
    return switch (key.kind()) {
      case IPV4, IPV6 ->
          Observables.networksAround(key).stream()
              .flatMap(network -> warnings(network.text(), Match.NETWORK));
      case DOMAIN -> parents(key.value()).flatMap(parent -> warnings(parent, Match.CHILD));
      case URL -> host(key).flatMap(this::page);
      default -> Stream.empty();
    };
  }

  private Stream<Warning> page(ObservableKey host) {
    return about(host).stream()
        .map(w ->
            new Warning(w.list(), w.version(), w.category(), w.label(), w.entry(), Match.PAGE));
  }

  private static Stream<ObservableKey> host(ObservableKey url) {
    try {
      return Observables.identify(url.text()).guesses().stream()
          .filter(guess -> guess.strength() == Strength.PART)
          .map(Guess::key);
    } catch (ObservableRejected e) {
      // Longer than we read pasted values: no host we would find a list for.
      return Stream.empty();
    }
  }

  /// Names above a domain, nearest first; a top-level domain is nobody's.
  private static Stream<String> parents(String domain) {
    List<String> parents = new ArrayList<>();
    for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
      if (domain.indexOf('.', dot + 1) > 0) {
        parents.add(new ObservableKey(Kind.DOMAIN, domain.substring(dot + 1)).text());
      }
    }
    return parents.stream();
  }

  private Stream<Warning> warnings(String entry, Match match) {
    return byKey.getOrDefault(entry, List.of()).stream()
        .map(list ->
            new Warning(
                list.name(), list.version(), list.category(), list.label(entry), entry, match));
  }
}
