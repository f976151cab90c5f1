package org.entente.indicator.act;

import java.util.Comparator;
import java.util.Optional;
import org.entente.indicator.taxii.TaxiiTime;
import org.entente.stix.json.JsonObject;
import org.entente.stix.marking.Markings;
import org.entente.stix.rule.StixTime;

/// One stored version of a producer's object.
///
/// @param version sortable; empty for what STIX does not version
/// @param shown its version as its producer wrote it
record Held(
    long id,
    String stixId,
    String version,
    String shown,
    String type,
    JsonObject content,
    Markings markings) {
  static final Comparator<Held> BY_VERSION = Comparator.comparing(Held::version);

  /// Whether its version is the time of its release.
  private boolean observable() {
    return version.isEmpty() && !type.equals("marking-definition");
  }

  /// Its own version; empty for an observable, whose version is the time of its release.
  String ownVersion() {
    return observable() ? "" : shown;
  }

  /// The version that somebody is shown to whom it was released at that time.
  String shownAt(long date) {
    return observable() ? TaxiiTime.format(date) : shown;
  }

  /// Sortable text of the version it can be asked for by; observables have none of their own.
  Optional<String> named() {
    return observable() ? Optional.empty() : StixTime.parse(shown).map(StixTime::sortable);
  }
}
