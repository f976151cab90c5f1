package org.entente.indicator.release;

import java.util.Set;
import org.entente.indicator.release.Decision.Reason;
import org.entente.indicator.release.Decision.Release;
import org.entente.indicator.release.Decision.Withhold;
import org.entente.indicator.stix.Tlp;

/// Who may see an object: the collection's audience, narrowed by the manifest's recipients and by
/// TLP 2.0. Everything not said is withheld.
///
/// @param audience partners the collection reaches
/// @param recipients whom the manifest names
/// @param floor level the manifest claims for the whole submission; it raises, never lowers
public record ReleaseRule(Set<String> audience, Recipients recipients, Tlp floor) {
  public ReleaseRule {
    audience = Set.copyOf(audience);
  }

  /// Whether everybody the collection reaches may see an object of the given level; with nobody
  /// there, nobody may.
  public boolean releasesToAll(Tlp level) {
    return !audience.isEmpty()
        && audience.stream().allMatch(partner -> decide(partner, level) instanceof Release);
  }

  /// Decides for one partner and one object of the given level.
  public Decision decide(String partner, Tlp level) {
    if (!audience.contains(partner)) {
      return new Withhold(Reason.NOT_IN_AUDIENCE);
    }
    if (!recipients.include(partner)) {
      return new Withhold(Reason.NOT_A_RECIPIENT);
    }
    return switch (level.atLeast(floor)) {
      case CLEAR, GREEN, AMBER, AMBER_STRICT -> new Release();
      case RED -> new Withhold(Reason.TLP_RED);
    };
  }
}
