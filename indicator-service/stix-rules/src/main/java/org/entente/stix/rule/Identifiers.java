package org.entente.stix.rule;

import java.util.Optional;
import org.entente.stix.json.JsonObject;

/// An object's own identifier (STIX 2.1 §2.9).
final class Identifiers {
  private static final int RANDOM = 4;
  private static final int NAMED = 5;

  private Identifiers() {}

  static void check(JsonObject object, ObjectType type, Check check) {
    Optional<String> text = object.text("id");
    if (text.isEmpty()) {
      return;
    }
    check.enter("id");
    Optional<StixId> id = StixId.parse(text.get());
    if (id.isEmpty()) {
      check.report(Rule.STIX_ID, "not type--UUID in lower case");
    } else if (object.text("type").filter(id.get().type()::equals).isEmpty()) {
      check.report(Rule.STIX_ID, "its prefix is not the object's type");
    } else if (type.stixClass() == StixClass.SCO) {
      observable(object, type, id.get(), check);
    } else {
      other(object, id.get(), check);
    }
    check.leave();
  }

  private static void observable(JsonObject object, ObjectType type, StixId id, Check check) {
    if (!type.defined()) {
      return; // What contributes to it is its definition's business.
    }
    Optional<String> made = DeterministicId.of(type, object);
    if (made.isEmpty()) {
      if (id.version() != RANDOM) {
        check.report(Rule.STIX_SCO_ID_RANDOM, "nothing identifies it, so its UUID must be random");
      }
    } else if (id.version() != NAMED) {
      check.report(Rule.STIX_SCO_ID, "should be " + made.get());
    } else if (!made.get().equals(id.toString())) {
      check.report(Rule.STIX_SCO_ID_MISMATCH, "made from its content it would be " + made.get());
    }
  }

  private static void other(JsonObject object, StixId id, Check check) {
    if (check.companions().reuses(object)) {
      check.report(Rule.STIX_ID_REUSED, "its UUID is also that of an object of another type");
    }
    if (id.version() == RANDOM) {
      return;
    }
    if (DeterministicId.isBorrowed(id, object)) {
      check.report(Rule.STIX_ID_NAMESPACE, "made in the namespace of observables");
    } else {
      check.report(Rule.STIX_ID_VERSION, "its UUID should be random (version 4)");
    }
  }
}
