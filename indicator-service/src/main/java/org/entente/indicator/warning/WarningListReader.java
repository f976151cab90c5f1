package org.entente.indicator.warning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.json.JsonRejected;
import org.entente.stix.json.JsonText;
import org.entente.stix.observable.ObservableKey;
import org.entente.stix.observable.ObservableRejected;
import org.entente.stix.observable.Observables;

/// Reads a warning list: one JSON object with `name`, `version`, `title`, `category`, `source`,
/// `licence` and `entries`, which maps keys (or values in any form that has exactly one key) to
/// labels.
final class WarningListReader {
  private static final List<String> REQUIRED =
      List.of("name", "version", "title", "category", "source", "licence");

  private WarningListReader() {}

  /// Reads a list strictly: a list that is half understood protects by half.
  ///
  /// @param origin where it came from, for the message
  /// @throws WarningListInvalid naming the origin and what is wrong
  static WarningList read(String origin, byte[] text) {
    JsonObject json = object(origin, text);
    for (String name : REQUIRED) {
      if (json.text(name).filter(value -> !value.isBlank()).isEmpty()) {
        throw new WarningListInvalid(origin, name + " is missing");
      }
    }
    return new WarningList(
        json.text("name").orElseThrow(),
        json.text("version").orElseThrow(),
        json.text("category").orElseThrow(),
        entries(origin, json));
  }

  private static JsonObject object(String origin, byte[] text) {
    try {
      if (JsonReader.read(text) instanceof JsonObject object) {
        return object;
      }
    } catch (JsonRejected e) {
      throw new WarningListInvalid(origin, e.reason());
    }
    throw new WarningListInvalid(origin, "it is no object");
  }

  private static Map<String, String> entries(String origin, JsonObject list) {
    JsonObject written = list.object("entries");
    if (written == null || written.size() == 0) {
      throw new WarningListInvalid(origin, "it has no entries");
    }
    Map<String, String> entries = new HashMap<>();
    for (int i = 0; i < written.size(); i++) {
      entries.put(key(origin, written.name(i)), label(written.value(i)));
    }
    return entries;
  }

  private static String label(Json label) {
    return label instanceof JsonText(String text) && !text.isBlank() ? text : "listed";
  }

  private static String key(String origin, String value) {
    try {
      List<ObservableKey> keys = Observables.identify(value).keys();
      if (keys.size() == 1) {
        return keys.getFirst().text();
      }
    } catch (ObservableRejected e) {
      throw new WarningListInvalid(origin, "an entry is no observable: " + e.reason());
    }
    throw new WarningListInvalid(origin, "an entry may be several things; write its key");
  }
}
