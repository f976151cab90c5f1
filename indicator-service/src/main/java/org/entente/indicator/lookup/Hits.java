package org.entente.indicator.lookup;

import java.util.ArrayList;
import java.util.List;

/// What was found for some keys.
///
/// @param hits in the order of the keys, newest first
/// @param definitions the marking-definitions they refer to
/// @param complete keys before this number have all their hits here, the others none or some
record Hits(List<Hit> hits, Definitions definitions, int complete) {
  Hits {
    hits = List.copyOf(hits);
  }

  /// Nothing was looked for.
  static final Hits NONE = new Hits(List.of(), Definitions.NONE, 0);

  /// The same, with the marking-definitions.
  Hits under(Definitions found) {
    return new Hits(hits, found, complete);
  }

  /// The hits by number of the key.
  List<List<Hit>> byProbe(int probes) {
    List<List<Hit>> byProbe = new ArrayList<>(probes);
    for (int i = 0; i < probes; i++) {
      byProbe.add(new ArrayList<>(1));
    }
    hits.forEach(hit -> byProbe.get(hit.probe()).add(hit));
    return byProbe;
  }
}
