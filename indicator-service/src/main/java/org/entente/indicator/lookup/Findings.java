package org.entente.indicator.lookup;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.indicator.lookup.Probe.Relation;

/// What was found for one value: each object once, with the strongest of its ways to speak of the
/// value. Twins stay apart, and are left out when they speak of the value itself.
///
/// @param more whether one of the keys has more hits than are given
record Findings(List<Finding> statements, List<Finding> sameKey, boolean more) {
  /// An object found by a key.
  record Finding(Hit hit, Probe probe) {}

  private static final Comparator<Finding> STRENGTH =
      Comparator.comparing((Finding finding) -> finding.hit().validity().standing())
          .thenComparing(finding -> finding.probe().relation());

  Findings {
    statements = List.copyOf(statements);
    sameKey = List.copyOf(sameKey);
  }

  /// Gathers the hits of a value's keys.
  static Findings of(Probes.Asked asked, Probes probes, List<List<Hit>> hits) {
    Map<Long, Finding> direct = new LinkedHashMap<>();
    Map<Long, Finding> twins = new LinkedHashMap<>();
    boolean more = false;
    for (Probe probe : asked.probes()) {
      List<Hit> found = hits.get(probes.number(probe));
      more |= found.size() > PostgresHits.MOST_PER_KEY;
      Map<Long, Finding> into = probe.relation() == Relation.TWIN ? twins : direct;
      for (Hit hit : found.subList(0, Math.min(found.size(), PostgresHits.MOST_PER_KEY))) {
        into.merge(hit.entry().objectVersion(), new Finding(hit, probe), Findings::stronger);
      }
    }
    twins.keySet().removeAll(direct.keySet());
    return new Findings(sorted(direct.values()), sorted(twins.values()), more);
  }

  /// The same, when some of it had to be left out.
  Findings cut(boolean cut) {
    return cut ? new Findings(statements, sameKey, true) : this;
  }

  private static Finding stronger(Finding one, Finding other) {
    return STRENGTH.compare(one, other) <= 0 ? one : other;
  }

  private static List<Finding> sorted(Collection<Finding> findings) {
    return findings.stream().sorted(STRENGTH).toList();
  }
}
