package org.entente.stix.rule;

import org.entente.stix.json.JsonObject;

/// Checks objects against STIX 2.1, one at a time, without looking anything up. What needs the
/// store (versions, ownership) is decided elsewhere.
///
/// Immutable, thread-safe; never throws, whatever the object.
public final class Validator {
  private final Profile profile;
  private final Limits limits;

  private Validator(Profile profile, Limits limits) {
    this.profile = profile;
    this.limits = limits;
  }

  /// A validator with the usual limits.
  public static Validator of(Profile profile) {
    return of(profile, Limits.USUAL);
  }

  /// A validator with other limits.
  public static Validator of(Profile profile, Limits limits) {
    return new Validator(profile, limits);
  }

  /// Everything wrong with an object.
  public Findings check(JsonObject object) {
    return check(object, Companions.NONE);
  }

  /// Everything wrong with an object, by itself and beside those it came with.
  public Findings check(JsonObject object, Companions companions) {
    Check check = new Check(profile, object, companions);
    if (Structure.check(limits, check) && isObject(object, check)) {
      ObjectType type = ObjectTypes.of(object);
      type(object, type, check);
      type.shape().check(object, check);
      Identifiers.check(object, type, check);
      author(object, type, check);
      Markings.check(object, check);
      Advice.check(object, type, check);
    }
    return check.findings();
  }

  private static boolean isObject(JsonObject object, Check check) {
    boolean bundle = object.text("type").filter("bundle"::equals).isPresent();
    if (bundle) {
      check.report(Rule.STIX_TYPE, "type", "a bundle is no object of a collection");
    }
    return !bundle;
  }

  private static void type(JsonObject object, ObjectType type, Check check) {
    String name = object.text("type").orElse("");
    if (!name.isEmpty() && !Names.isType(name)) {
      check.report(Rule.STIX_TYPE, "type", Check.quoted(name) + " cannot be a type's name");
    } else if (!name.isEmpty() && !type.defined() && Extensions.newClass(object).isEmpty()) {
      check.report(Rule.STIX_TYPE_CUSTOM, "type", Check.quoted(name) + " is nobody's definition");
    }
  }

  /// Whose statement it is; an identity is its own.
  private static void author(JsonObject object, ObjectType type, Check check) {
    boolean needed =
        switch (type.stixClass()) {
          case SDO, SRO -> !type.name().equals("identity");
          case SCO, EXTENSION_DEFINITION, LANGUAGE_CONTENT, MARKING_DEFINITION -> false;
        };
    if (needed && !object.has("created_by_ref")) {
      check.report(Rule.STIX_AUTHOR, "created_by_ref", "needs an author");
    }
  }
}
