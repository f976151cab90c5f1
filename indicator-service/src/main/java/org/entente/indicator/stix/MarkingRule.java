package org.entente.indicator.stix;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Every object says itself how far it may go: no TLP 2.0 marking, no admission (STIX 2.1 §7.2).
public final class MarkingRule {
  /// TLP 1 and the private AMBER+STRICT of one widespread product: stricter than they look to a
  /// reader of TLP 2.0 alone, so never ignored beside one.
  private static final Set<String> FOREIGN_TLP =
      Set.of(
          "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
          "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",
          "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
          "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed",
          "marking-definition--826578e1-40ad-459f-bc73-ede076f81f37");

  private MarkingRule() {}

  /// The fault of an object without a usable marking.
  static Optional<Fault> check(StixObject object) {
    if (isTlpConstant(object)) {
      return Optional.empty();
    }
    if (Tlp.strictest(object.markings()).isEmpty()) {
      return fault(object, FaultCode.MARKING_MISSING, "needs the id of a TLP 2.0 marking");
    }
    boolean mixed =
        Stream.concat(object.markings().stream(), object.granularMarkings().stream())
            .anyMatch(FOREIGN_TLP::contains);
    return mixed
        ? fault(object, FaultCode.MARKING_UNSUPPORTED, "use TLP 2.0 markings only")
        : Optional.empty();
  }

  /// The level that counts for the whole object: granular markings lift it, nothing lowers it, and
  /// no marking at all is the strictest.
  public static Tlp effective(StixObject object) {
    if (isTlpConstant(object)) {
      return Tlp.CLEAR;
    }
    Optional<Tlp> whole = Tlp.strictest(object.markings());
    Optional<Tlp> parts = Tlp.strictest(object.granularMarkings());
    return whole.map(level -> level.atLeast(parts.orElse(Tlp.CLEAR))).orElse(Tlp.RED);
  }

  private static boolean isTlpConstant(StixObject object) {
    return object.text(Property.ID).flatMap(Tlp::ofMarking).isPresent();
  }

  private static Optional<Fault> fault(StixObject object, FaultCode code, String text) {
    return Optional.of(new Fault(code, object.pointer("object_marking_refs"), text));
  }
}
