package org.entente.indicator.exchange;

import java.util.List;
import java.util.UUID;

/// STIX objects as text, the way a producer writes them.
public final class Stix {
  public static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
  public static final String AMBER = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
  public static final String RED = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";

  /// Registered to nobody, so that any partner may write in its name.
  private static final String AUTHOR = "identity--3c8b1f52-6d0e-4a7b-9e41-5f2a7c9d8e10";

  private Stix() {}

  /// A fresh id.
  public static String id(String type) {
    return type + "--" + UUID.randomUUID();
  }

  /// An indicator in its first version.
  public static String indicator(String id) {
    return indicator(id, "2026-11-01T00:00:00.000Z", GREEN, "");
  }

  /// An indicator.
  ///
  /// @param more further members, each preceded by a comma
  public static String indicator(String id, String modified, String marking, String more) {
    String author = more.contains("created_by_ref") ? "" : ",\"created_by_ref\":\"" + AUTHOR + "\"";
    return """
    { "type":"indicator", "id":"%s","spec_version":"2.1",
    "created":"2026-11-01T00:00:00.000Z","modified":"%s","name":"Bybit é ✓",
    "pattern":"[url:value = 'https://a.example/']","pattern_type":"stix",
    "valid_from":"2026-11-01T00:00:00Z","object_marking_refs":["%s"]%s%s }\
    """
        .formatted(id, modified, marking, author, more);
  }

  /// An observable.
  public static String url(String id, String value) {
    return """
    {"type":"url","id":"%s","value":"%s","object_marking_refs":["%s"]}\
    """
        .formatted(id, value, GREEN);
  }

  /// An envelope around objects, with the blanks that producers write.
  public static String envelope(List<String> objects) {
    return "{ \"objects\": [ " + String.join(" ,\n ", objects) + " ] }";
  }

  /// An envelope around objects.
  public static String envelope(String... objects) {
    return envelope(List.of(objects));
  }
}
