package org.entente.indicator.stix;

import java.util.Optional;
import org.entente.stix.rule.StixTime;

/// What makes an object version unique for its producer.
///
/// @param stixId the object's id
/// @param version sortable `modified`; empty text for what STIX does not version
public record ObjectKey(String stixId, String version) {
  /// The key of an object without faults.
  ///
  /// @throws IllegalArgumentException when the object lacks what its class requires
  public static ObjectKey of(StixObject object) {
    String id =
        object
            .text(Property.ID)
            .orElseThrow(() -> new IllegalArgumentException("object without id"));
    return new ObjectKey(id, object.stixClass().versioned() ? modified(object) : "");
  }

  private static String modified(StixObject object) {
    Optional<StixTime> time = object.text(Property.MODIFIED).flatMap(StixTime::parse);
    return time.orElseThrow(() -> new IllegalArgumentException("versioned without modified"))
        .sortable();
  }

  /// Whether STIX gives this object versions.
  public boolean versioned() {
    return !version.isEmpty();
  }
}
