package org.entente.stix.rule;

import static org.entente.stix.rule.Property.required;

import org.entente.stix.json.Json;
import org.entente.stix.json.JsonArray;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonText;

/// Observed-data's deprecated `objects` (STIX 2.1 §2.13): observables of STIX 2.0 or 2.1 under keys
/// of any form, by which they refer to each other. Of the observables only that they have a type is
/// checked.
final class Container {
  private static final Shape OBSERVABLE =
      Shape.of("observable", "§2.13", required("type", Kinds.TEXT)).open();

  static final Kind KIND =
      Kinds.dictionary("observable-container", (key, check) -> {}, Kinds.nested(OBSERVABLE));

  static final Constraint CLOSED =
      new Constraint("references inside objects stay inside", Container::check);

  private Container() {}

  private static void check(JsonObject data, Check check) {
    JsonObject container = data.object("objects");
    if (container != null) {
      check.enter("objects");
      for (int i = 0; i < container.size(); i++) {
        check.enter(container.name(i));
        walk(container.value(i), false, container, check);
        check.leave();
      }
      check.leave();
    }
  }

  /// @param reference whether texts here are keys of the container
  private static void walk(Json value, boolean reference, JsonObject container, Check check) {
    switch (value) {
      case JsonObject object -> {
        for (int i = 0; i < object.size(); i++) {
          String name = object.name(i);
          check.enter(name);
          boolean refers = name.endsWith("_ref") || name.endsWith("_refs");
          walk(object.value(i), refers, container, check);
          check.leave();
        }
      }
      case JsonArray list -> {
        for (int i = 0; i < list.size(); i++) {
          check.enter(i);
          walk(list.elements().get(i), reference, container, check);
          check.leave();
        }
      }
      case JsonText(String key) when reference && !container.has(key) ->
          check.report(Rule.STIX_REF, "no observable stands under " + Check.quoted(key));
      default -> {}
    }
  }
}
