package org.entente.stix.marking;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// TLP 2.0, from the least to the most restricted, with OASIS' fixed marking-definitions.
///
/// TLP 1 and the private AMBER+STRICT of one widespread product are understood and mean the level
/// of TLP 2.0 they come closest to; what Entente writes itself is TLP 2.0.
public enum Tlp {
  CLEAR("clear", "94868c89-83c2-464b-929b-a1a8aa3c8487"),
  GREEN("green", "bab4a63c-aed9-4cf5-a766-dfca5abac2bb"),
  AMBER("amber", "55d920b0-5e8b-4f79-9ee9-91f868d9b421"),
  AMBER_STRICT("amber+strict", "939a9414-2ddd-4d32-a0cd-375ea402b003"),
  RED("red", "e828b379-4e03-4974-9ac4-e53a884c97c1");

  /// The extension of TLP 2.0's marking-definitions; its property `tlp_2_0` holds the label.
  public static final String EXTENSION =
      "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

  /// TLP 1 (STIX 2.1 §7.2.1.4): white is CLEAR; amber always included the recipient's clients, so
  /// it is AMBER and not AMBER+STRICT.
  private static final Map<String, Tlp> ALIASES =
      Map.of(
          "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", CLEAR,
          "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", GREEN,
          "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", AMBER,
          "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", RED,
          "marking-definition--826578e1-40ad-459f-bc73-ede076f81f37", AMBER_STRICT);

  private static final Map<String, Tlp> BY_MARKING =
      Arrays.stream(values()).collect(Collectors.toMap(Tlp::marking, Function.identity()));

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

  /// The level a marking-definition's id stands for, in TLP 2.0 or as an alias; empty for any other
  /// marking.
  public static Optional<Tlp> ofMarking(String id) {
    return Optional.ofNullable(BY_MARKING.getOrDefault(id, ALIASES.get(id)));
  }

  /// Whether the id means a level without being TLP 2.0.
  public static boolean isAlias(String id) {
    return ALIASES.containsKey(id);
  }

  /// The level of a `tlp` claim; empty for an unknown word.
  public static Optional<Tlp> ofLabel(String label) {
    return Arrays.stream(values()).filter(tlp -> tlp.label.equals(label)).findFirst();
  }

  /// The stricter of the two. STIX leaves the combination of markings open; between the parties the
  /// strictest wins.
  public Tlp atLeast(Tlp other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
