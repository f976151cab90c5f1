package org.entente.stix.rule;

import java.util.function.Predicate;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonArray;
import org.entente.stix.json.JsonBoolean;
import org.entente.stix.json.JsonNumber;
import org.entente.stix.json.JsonObject;

/// The common data types (STIX 2.1 §2).
final class Kinds {
  static final Kind TEXT = kind("string", (value, check) -> check.text(value));
  static final Kind ANY = kind("any", (value, check) -> {});
  static final Kind BOOLEAN =
      kind(
          "boolean",
          (value, check) -> {
            if (!(value instanceof JsonBoolean)) {
              check.wrong(value, "true or false");
            }
          });
  static final Kind FLOAT = number("float", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  static final Kind INTEGER = integer("integer", Long.MIN_VALUE, Long.MAX_VALUE);
  static final Kind COUNT = integer("integer ≥ 0", 0, Long.MAX_VALUE);
  static final Kind PORT = integer("integer 0–65535", 0, 65_535);
  static final Kind TIMESTAMP = form("timestamp", Rule.STIX_TIMESTAMP, StixTime::isTime);
  static final Kind VERSION_TIMESTAMP =
      form(
          "timestamp with milliseconds",
          Rule.STIX_TIMESTAMP,
          text -> StixTime.isTime(text) && StixTime.hasMilliseconds(text));
  static final Kind HEX = form("hex", Rule.STIX_HEX, Formats::isHex);
  static final Kind BINARY = form("binary", Rule.STIX_BINARY, Formats::isBase64);
  static final Kind LANGUAGE = form("RFC 5646 language", Rule.STIX_LANGUAGE, Formats::isLanguage);
  static final Kind URL = form("URL", Rule.STIX_FORMAT, Formats::isUrl);
  static final Kind SECOND =
      form("timestamp to the second", Rule.STIX_TIMESTAMP, StixTime::isSecond);
  static final Kind CHARSET = form("IANA character set", Formats::isCharset);
  static final Kind HEADER = form("decoded text (RFC 2047)", Formats::isDecoded);

  private Kinds() {}

  @FunctionalInterface
  interface Checker {
    void check(Json value, Check check);
  }

  private record Named(String label, Checker checker) implements Kind {
    @Override
    public void check(Json value, Check check) {
      checker.check(value, check);
    }
  }

  static Kind kind(String label, Checker checker) {
    return new Named(label, checker);
  }

  /// A text in a form.
  static Kind form(String label, Rule rule, Predicate<String> form) {
    return kind(
        label,
        (value, check) -> {
          String text = check.text(value);
          if (text != null && !form.test(text)) {
            check.report(rule, Check.quoted(text) + " is no " + label);
          }
        });
  }

  static Kind form(String label, Predicate<String> form) {
    return form(label, Rule.STIX_FORMAT, form);
  }

  static Kind integer(long least, long most) {
    return integer("integer " + least + "–" + most, least, most);
  }

  private static Kind integer(String label, long least, long most) {
    return kind(
        label,
        (value, check) -> {
          if (!(value instanceof JsonNumber number) || !number.isInteger()) {
            check.wrong(value, "a whole number, written without fraction and exponent");
          } else if (number.longValue() < least || number.longValue() > most) {
            check.report(Rule.STIX_RANGE, number.raw() + " is not in " + label);
          }
        });
  }

  static Kind number(String label, double least, double most) {
    return kind(
        label,
        (value, check) -> {
          if (!(value instanceof JsonNumber number)) {
            check.wrong(value, "a number");
          } else if (!(number.doubleValue() >= least && number.doubleValue() <= most)) {
            check.report(Rule.STIX_RANGE, number.raw() + " is not in " + label);
          }
        });
  }

  /// A list (§2.12). That it is not empty is seen to by [Structure].
  static Kind list(Kind element) {
    return kind(
        "list of " + element.label(),
        (value, check) -> {
          if (!(value instanceof JsonArray array)) {
            check.wrong(value, "a list");
            return;
          }
          for (int i = 0; i < array.size(); i++) {
            check.enter(i);
            element.check(array.elements().get(i), check);
            check.leave();
          }
        });
  }

  /// A dictionary (§2.3).
  static Kind dictionary(Kind element) {
    return dictionary("dictionary of " + element.label(), Kinds::checkKey, element);
  }

  /// A dictionary whose keys are something particular.
  static Kind dictionary(String label, KeyChecker keys, Kind element) {
    return kind(
        label,
        (value, check) -> {
          if (!(value instanceof JsonObject object)) {
            check.wrong(value, "a dictionary");
            return;
          }
          for (int i = 0; i < object.size(); i++) {
            check.enter(object.name(i));
            keys.check(object.name(i), check);
            element.check(object.value(i), check);
            check.leave();
          }
        });
  }

  @FunctionalInterface
  interface KeyChecker {
    void check(String key, Check check);
  }

  static void checkKey(String key, Check check) {
    if (!Names.isKey(key)) {
      check.report(Rule.STIX_DICTIONARY_KEY, Check.quoted(key) + " cannot be a key");
    }
  }

  /// A word of a closed list (§2.4).
  static Kind oneOf(Vocabulary words) {
    return kind(
        words.name(),
        (value, check) -> {
          String text = check.text(value);
          if (text != null && !words.contains(text)) {
            String message = Check.quoted(text) + " is not in " + words.name();
            check.report(Rule.STIX_ENUM, message + " (" + words.section() + ")");
          }
        });
  }

  /// A word that should come from an open vocabulary (§2.14).
  static Kind open(Vocabulary words) {
    return kind(
        words.name(),
        (value, check) -> {
          String text = check.text(value);
          if (text != null && !words.contains(text)) {
            String message = Check.quoted(text) + " is not in " + words.name();
            check.report(Rule.STIX_VOCABULARY, message + " (" + words.section() + ")");
          }
        });
  }

  /// An object inside an object.
  static Kind nested(Shape shape) {
    return kind(
        shape.name(),
        (value, check) -> {
          if (value instanceof JsonObject object) {
            shape.check(object, check);
          } else {
            check.wrong(value, "an object");
          }
        });
  }
}
