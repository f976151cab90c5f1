package org.entente.stix.rule;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/// What a reference may refer to.
///
/// @param types by name
/// @param classes whole classes; then types nobody defined may be meant, too
record Target(String label, Set<String> types, Set<StixClass> classes) {
  static final Target ANY = classes("any object", EnumSet.allOf(StixClass.class));
  static final Target SDO = classes("SDO", EnumSet.of(StixClass.SDO));
  static final Target SCO = classes("SCO", EnumSet.of(StixClass.SCO));
  static final Target SDO_OR_SCO = classes("SDO or SCO", EnumSet.of(StixClass.SDO, StixClass.SCO));
  static final Target SCO_OR_SRO = classes("SCO or SRO", EnumSet.of(StixClass.SCO, StixClass.SRO));

  Target {
    types = Set.copyOf(types);
    classes = Set.copyOf(classes);
  }

  static Target types(String... types) {
    Set<String> sorted = new TreeSet<>(Set.of(types));
    return new Target(String.join(", ", sorted), sorted, Set.of());
  }

  private static Target classes(String label, Set<StixClass> classes) {
    return new Target(label, Set.of(), classes);
  }

  boolean admits(String type) {
    if (types.contains(type)) {
      return true;
    }
    ObjectType known = ObjectTypes.find(type);
    return known == null
        ? !classes.isEmpty() && !type.equals("bundle")
        : classes.contains(known.stixClass());
  }
}
