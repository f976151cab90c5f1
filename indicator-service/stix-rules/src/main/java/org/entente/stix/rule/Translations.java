package org.entente.stix.rule;

import java.util.Optional;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonArray;
import org.entente.stix.json.JsonBoolean;
import org.entente.stix.json.JsonNull;
import org.entente.stix.json.JsonNumber;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonText;

/// Language-content beside the object it translates (STIX 2.1 §7.1), if that came along: texts for
/// texts, and every list as long as its translation, since nothing else says which text belongs to
/// which. What the object has not, or has no words for, readers ignore; its producer is told.
final class Translations {
  static final Constraint CONSTRAINT =
      new Constraint("texts for texts, lists as long as its object's", Translations::check);

  private Translations() {}

  private static void check(JsonObject content, Check check) {
    JsonObject languages = content.object("contents");
    if (languages == null) {
      return;
    }
    String id = content.text("object_ref").orElse("");
    JsonObject meant = meant(id, content, check.companions()).orElse(null);
    if (meant != null) {
      check.enter("contents");
      languages.names().forEach(language -> language(languages, language, meant, check));
      check.leave();
    } else if (!check.companions().of(id).isEmpty()) {
      String message = "is not a version that came along; it should have been sent before";
      check.report(Rule.STIX_TRANSLATION_VERSION, "object_modified", message);
    }
  }

  /// The version that `object_modified` names, else the latest.
  private static Optional<JsonObject> meant(String id, JsonObject content, Companions companions) {
    Optional<String> named = time(content, "object_modified");
    return named.isEmpty()
        ? companions.latest(id)
        : companions.of(id).stream()
            .filter(version -> time(version, "modified").equals(named))
            .findFirst();
  }

  private static Optional<String> time(JsonObject object, String name) {
    return object.text(name).flatMap(StixTime::parse).map(StixTime::sortable);
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
        check.report(Rule.STIX_TRANSLATION_IGNORED, "its object has nothing of that name");
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
      case JsonNumber _, JsonBoolean _, JsonNull _ ->
          check.report(Rule.STIX_TRANSLATION_IGNORED, "its object has no words there");
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
