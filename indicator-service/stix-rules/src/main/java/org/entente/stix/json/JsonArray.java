package org.entente.stix.json;

import java.util.List;

/// A list of values.
public record JsonArray(List<Json> elements) implements Json {
  public JsonArray {
    elements = List.copyOf(elements);
  }

  /// How many there are.
  public int size() {
    return elements.size();
  }
}
