package org.entente.stix.rule;

import org.entente.stix.json.Json;
import org.entente.stix.json.JsonArray;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonText;

/// Language-content beside the object it translates (STIX 2.1 §7.1), if that came along: what is
/// translated must be there, and every list as long as its translation, since nothing else says
/// which text belongs to which.
final class Translations {
  static final Constraint CONSTRAINT =
      new Constraint("translates what its object has, list by list", Translations::check);

  private Translations() {}

  private static void check(JsonObject content, Check check) {
    JsonObject languages = content.object("contents");
    if (languages == null) {
      return;
    }
    content.text("object_ref").stream()
        .flatMap(id -> check.companions().of(id).stream())
        .filter(object -> isMeant(content, object))
        .findFirst()
        .ifPresent(object -> {
          check.enter("contents");
          languages.names().forEach(language -> language(languages, language, object, check));
          check.leave();
        });
  }

  /// Without `object_modified` a translation is of every version.
  private static boolean isMeant(JsonObject content, JsonObject object) {
    var meant = content.text("object_modified").flatMap(StixTime::parse).map(StixTime::sortable);
    var is = object.text("modified").flatMap(StixTime::parse).map(StixTime::sortable);
    return meant.isEmpty() || meant.equals(is);
  }

  private static void language(
      JsonObject languages, String language, JsonObject object, Check check) {
    JsonObject translations = languages.object(language);
    if (translations != null) {
      check.enter(language);
      compare(object, translations, check);
      check.leave();
    }
  }

  private static void compare(JsonObject object, JsonObject translation, Check check) {
    for (int i = 0; i < translation.size(); i++) {
      Json original = object.get(translation.name(i));
      check.enter(translation.name(i));
      if (original == null) {
        check.report(Rule.STIX_TRANSLATION, "its object has nothing of that name");
      } else {
        compare(original, translation.value(i), check);
      }
      check.leave();
    }
  }

  private static void compare(Json original, Json translation, Check check) {
    switch (original) {
      case JsonText _ when translation instanceof JsonText -> {}
      case JsonObject inner when translation instanceof JsonObject other ->
          compare(inner, other, check);
      case JsonArray list when translation instanceof JsonArray other ->
          compare(list, other, check);
      default -> check.report(Rule.STIX_TRANSLATION, "is no translation of what its object has");
    }
  }

  private static void compare(JsonArray original, JsonArray translation, Check check) {
    int length = original.elements().size();
    if (translation.elements().size() != length) {
      check.report(Rule.STIX_TRANSLATION, "needs " + length + " elements, as its object has");
      return;
    }
    for (int i = 0; i < length; i++) {
      check.enter(i);
      compare(original.elements().get(i), translation.elements().get(i), check);
      check.leave();
    }
  }
}
