package org.entente.stix.rule;

import java.util.List;

/// One type of objects.
///
/// @param shape its properties, the common ones of its class included
/// @param contributing properties that make an observable's identifier (STIX 2.1 §2.9), sorted;
///   none for what has random ones
/// @param defined whether STIX, or an extension known here, defines it
record ObjectType(
    String name, StixClass stixClass, Shape shape, List<String> contributing, boolean defined) {
  ObjectType {
    contributing = contributing.stream().sorted().toList();
  }

  /// A domain or relationship object.
  static ObjectType of(StixClass stixClass, Shape own) {
    return new ObjectType(
        own.name(), stixClass, CommonProperties.added(own, stixClass), List.of(), true);
  }

  /// An observable.
  static ObjectType observable(Shape own, String... contributing) {
    return new ObjectType(
        own.name(),
        StixClass.SCO,
        CommonProperties.added(own, StixClass.SCO),
        List.of(contributing),
        true);
  }

  /// What is known of a type that nobody here defines.
  static ObjectType undefined(StixClass stixClass) {
    Shape own = Shape.of("undefined " + stixClass.label(), "§7.3, §11.2").open();
    return new ObjectType(
        own.name(), stixClass, CommonProperties.added(own, stixClass), List.of(), false);
  }
}
