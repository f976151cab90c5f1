package org.entente.indicator.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.indicator.lookup.Probe.Relation;
import org.entente.stix.observable.Guess;
import org.entente.stix.observable.Observables;

/// The keys of some values, each looked for once, in the order in which they are first needed.
final class Probes {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Asked> asked = new ArrayList<>();

  /// A value with the keys looked for because of it.
  record Asked(Reading reading, List<Probe> probes) {
    Asked {
      probes = List.copyOf(probes);
    }
  }

  /// Adds a value.
  void add(Reading reading) {
    List<Probe> probes =
        switch (reading) {
          case Reading.Understood understood ->
              understood.guesses().stream().flatMap(Probes::probes).toList();
          case Reading.Refused _ -> List.of();
        };
    probes.forEach(probe -> numbers.putIfAbsent(probe.key(), numbers.size()));
    asked.add(new Asked(reading, probes));
  }

  private static Stream<Probe> probes(Guess guess) {
    return Stream.of(
            Stream.of(new Probe(guess.key().text(), guess, Relation.SAME)),
            Observables.networksAround(guess.key()).stream()
                .map(network -> new Probe(network.text(), guess, Relation.AROUND)),
            Twins.of(guess.key()).stream().map(hint -> new Probe(hint, guess, Relation.TWIN)))
        .flatMap(probes -> probes);
  }

  /// How many keys there are.
  int size() {
    return numbers.size();
  }

  /// The keys, each once.
  List<String> keys() {
    return List.copyOf(numbers.keySet());
  }

  /// Where a key stands among them.
  int number(Probe probe) {
    return numbers.getOrDefault(probe.key(), -1);
  }

  /// The values, in the order they were added.
  List<Asked> asked() {
    return asked;
  }
}
