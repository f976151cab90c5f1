package org.entente.indicator.stix;

import java.util.Optional;

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
    return switch (object.stixClass()) {
      case VERSIONED -> new ObjectKey(id, modified(object));
      case OBSERVABLE, MARKING -> new ObjectKey(id, "");
    };
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
