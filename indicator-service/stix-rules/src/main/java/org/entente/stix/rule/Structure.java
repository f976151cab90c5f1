package org.entente.stix.rule;

import java.util.List;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonArray;
import org.entente.stix.json.JsonBoolean;
import org.entente.stix.json.JsonNull;
import org.entente.stix.json.JsonNumber;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonText;

/// What holds for every value, wherever it stands: nothing is null or empty (STIX 2.1 §2.3, §2.12),
/// and nothing is larger than the exchange can bear.
final class Structure {
  private final Limits limits;
  private final Check check;

  private Structure(Limits limits, Check check) {
    this.limits = limits;
    this.check = check;
  }

  /// Checks the object; whether it is small enough to be looked at more closely.
  static boolean check(Limits limits, Check check) {
    JsonObject object = check.object();
    if (object.length() > limits.bytes()) {
      check.report(Rule.LIMIT_SIZE, "more than " + limits.bytes() + " bytes");
      return false;
    }
    return new Structure(limits, check).members(object);
  }

  private boolean value(Json value) {
    return switch (value) {
      case JsonObject object -> filled(object.size()) && deep() && members(object);
      case JsonArray array -> filled(array.size()) && deep() && elements(array.elements());
      case JsonText(String text) -> text(text);
      case JsonNull _ -> {
        check.report(Rule.STIX_EMPTY, "must not be null");
        yield true;
      }
      case JsonNumber _, JsonBoolean _ -> true;
    };
  }

  private boolean filled(int size) {
    if (size == 0) {
      check.report(Rule.STIX_EMPTY, "must not be empty");
    }
    return true;
  }

  private boolean deep() {
    return within(check.depth() + 1, limits.depth(), Rule.LIMIT_DEPTH, "levels");
  }

  private boolean text(String text) {
    return check.name().equals("payload_bin")
        || within(text.length(), limits.text(), Rule.LIMIT_TEXT, "characters");
  }

  private boolean within(int size, int limit, Rule rule, String unit) {
    if (size > limit) {
      check.report(rule, "more than " + limit + " " + unit);
    }
    return size <= limit;
  }

  private boolean members(JsonObject object) {
    boolean good = within(object.size(), limits.properties(), Rule.LIMIT_PROPERTIES, "properties");
    for (int i = 0; good && i < object.size(); i++) {
      check.enter(object.name(i));
      good = value(object.value(i));
      check.leave();
    }
    return good;
  }

  private boolean elements(List<Json> elements) {
    boolean good = within(elements.size(), limits.elements(), Rule.LIMIT_ELEMENTS, "elements");
    for (int i = 0; good && i < elements.size(); i++) {
      check.enter(i);
      good = value(elements.get(i));
      check.leave();
    }
    return good;
  }
}
