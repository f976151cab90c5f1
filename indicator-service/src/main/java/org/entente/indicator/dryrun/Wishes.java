package org.entente.indicator.dryrun;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.indicator.party.Parties;
import org.entente.indicator.refusal.Refusal.QueryInvalid;
import org.entente.stix.marking.Recipient;
import org.entente.stix.marking.Tlp;
import org.entente.stix.release.Recipients;

/// What the manifest of a real submission would claim, given as query parameters: `rel`, once for
/// each recipient, and `tlp`.
record Wishes(Recipients recipients, Tlp floor) {

  /// Reads them.
  ///
  /// @throws QueryInvalid when one is malformed or names nobody
  static Wishes of(Map<String, List<String>> query, Parties parties) {
    List<String> rel = query.getOrDefault("rel", List.of());
    Set<Recipient> named = new HashSet<>();
    for (String urn : rel) {
      named.add(
          Recipient.ofUrn(urn)
              .filter(parties::knows)
              .orElseThrow(() -> new QueryInvalid("rel names nobody who reads here")));
    }
    Recipients recipients = rel.isEmpty() ? new Recipients.Everyone() : new Recipients.Only(named);
    return new Wishes(recipients, floor(query.getOrDefault("tlp", List.of())));
  }

  private static Tlp floor(List<String> tlp) {
    if (tlp.isEmpty()) {
      return Tlp.CLEAR;
    }
    return Tlp.ofLabel(tlp.getFirst())
        .filter(_ -> tlp.size() == 1)
        .orElseThrow(() -> new QueryInvalid("tlp is no single TLP 2.0 level"));
  }
}
