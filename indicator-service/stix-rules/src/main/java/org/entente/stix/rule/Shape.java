package org.entente.stix.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.stix.json.JsonObject;

/// The table of one object or part of an object: which properties, of which kind, and what they owe
/// each other. Immutable once built.
final class Shape {
  private final String name;
  private final String section;
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private final List<Constraint> constraints;
  private final boolean closed;
  private final long required;

  private record Slot(Property property, long bit) {}

  private Shape(String name, String section, List<Property> properties, Rules rules) {
    this.name = name;
    this.section = section;
    this.constraints = List.copyOf(rules.constraints());
    this.closed = rules.closed();
    long bits = 0;
    for (Property property : properties) {
      long bit = 1L << slots.size();
      slots.put(property.name(), new Slot(property, bit));
      bits |= property.required() ? bit : 0;
    }
    if (slots.size() != properties.size() || slots.size() > Long.SIZE) {
      throw new IllegalArgumentException(name + ": a property twice, or more than 64");
    }
    this.required = bits;
  }

  private record Rules(List<Constraint> constraints, boolean closed) {}

  /// A table; what is not in it is unknown.
  static Shape of(String name, String section, Property... properties) {
    return new Shape(name, section, List.of(properties), new Rules(List.of(), true));
  }

  /// The same with more properties.
  Shape with(List<Property> more) {
    List<Property> all = new ArrayList<>(properties());
    all.addAll(more);
    return new Shape(name, section, all, new Rules(constraints, closed));
  }

  /// The same with more constraints.
  Shape where(Constraint... more) {
    List<Constraint> all = new ArrayList<>(constraints);
    all.addAll(List.of(more));
    return new Shape(name, section, properties(), new Rules(all, closed));
  }

  /// The same, and something must be said: a property of this table, or one of these.
  Shape notEmpty(String... others) {
    List<String> names = new ArrayList<>(slots.keySet());
    names.addAll(List.of(others));
    return where(Constraint.anyOf("at least one property", names));
  }

  /// The same, and more must be said than this one.
  Shape saysMoreThan(String name) {
    List<String> names = new ArrayList<>(slots.keySet());
    names.remove(name);
    return where(Constraint.anyOf("a property beside " + name, names));
  }

  /// The same, but other properties are nobody's business.
  Shape open() {
    return new Shape(name, section, properties(), new Rules(constraints, false));
  }

  String name() {
    return name;
  }

  String section() {
    return section;
  }

  List<Property> properties() {
    return slots.values().stream().map(Slot::property).toList();
  }

  List<Constraint> constraints() {
    return constraints;
  }

  void check(JsonObject object, Check check) {
    String outer = check.section(section);
    long seen = 0;
    for (int i = 0; i < object.size(); i++) {
      check.enter(object.name(i));
      seen |= member(object, i, check);
      check.leave();
    }
    if ((required & ~seen) != 0) {
      missing(seen, check);
    }
    for (Constraint constraint : constraints) {
      constraint.checker().check(object, check);
    }
    check.section(outer);
  }

  private long member(JsonObject object, int index, Check check) {
    Slot slot = slots.get(object.name(index));
    if (slot == null) {
      if (closed) {
        CustomProperties.check(object, index, check);
      }
      return 0;
    }
    if (slot.property().deprecated()) {
      check.report(Rule.STIX_DEPRECATED, object.name(index) + " is deprecated");
    }
    slot.property().kind().check(object.value(index), check);
    return slot.bit();
  }

  private void missing(long seen, Check check) {
    for (Slot slot : slots.values()) {
      if (slot.property().required() && (seen & slot.bit()) == 0) {
        String name = slot.property().name();
        check.report(Rule.STIX_REQUIRED, name, name + " is required");
      }
    }
  }
}
