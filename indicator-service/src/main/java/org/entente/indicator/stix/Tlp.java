package org.entente.indicator.stix;

import java.util.Collection;
import java.util.Optional;

/// TLP 2.0, from the least to the most restricted, with OASIS' fixed marking-definitions.
public enum Tlp {
  CLEAR("clear", "94868c89-83c2-464b-929b-a1a8aa3c8487"),
  GREEN("green", "bab4a63c-aed9-4cf5-a766-dfca5abac2bb"),
  AMBER("amber", "55d920b0-5e8b-4f79-9ee9-91f868d9b421"),
  AMBER_STRICT("amber+strict", "939a9414-2ddd-4d32-a0cd-375ea402b003"),
  RED("red", "e828b379-4e03-4974-9ac4-e53a884c97c1");

  private final String label;
  private final String marking;

  Tlp(String label, String uuid) {
    this.label = label;
    this.marking = "marking-definition--" + uuid;
  }

  /// The word of the `tlp_2_0` property and of the manifest's `tlp` claim.
  public String label() {
    return label;
  }

  /// Id of the fixed marking-definition.
  public String marking() {
    return marking;
  }

  /// The level a marking-definition stands for; empty for any other marking, TLP 1 included.
  public static Optional<Tlp> ofMarking(String id) {
    for (Tlp tlp : values()) {
      if (tlp.marking.equals(id)) {
        return Optional.of(tlp);
      }
    }
    return Optional.empty();
  }

  /// The level of a `tlp` claim; empty for an unknown word.
  public static Optional<Tlp> ofLabel(String label) {
    for (Tlp tlp : values()) {
      if (tlp.label.equals(label)) {
        return Optional.of(tlp);
      }
    }
    return Optional.empty();
  }

  /// The strictest level among marking ids; empty when none of them is TLP 2.0. STIX leaves the
  /// combination open; between the parties the strictest wins.
  public static Optional<Tlp> strictest(Collection<String> markings) {
    return markings.stream().flatMap(id -> ofMarking(id).stream()).max(Enum::compareTo);
  }

  /// The stricter of the two.
  public Tlp atLeast(Tlp other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
