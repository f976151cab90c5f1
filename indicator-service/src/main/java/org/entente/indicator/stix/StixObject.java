package org.entente.indicator.stix;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.entente.stix.json.JsonBoolean;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonPointer;
import org.entente.stix.rule.StixClass;

/// What the exchange reads of one object of an envelope.
///
/// @param index position in `objects`, from 0
/// @param texts the text properties that were there as text
/// @param revoked the `revoked` property; absent counts as false
public record StixObject(
    int index, Map<Property, String> texts, boolean revoked, StixClass stixClass) {

  public StixObject {
    texts = Map.copyOf(texts);
  }

  /// Reads an object, whatever it looks like.
  public static StixObject of(int index, JsonObject object) {
    Map<Property, String> texts = new EnumMap<>(Property.class);
    for (Property property : Property.values()) {
      object.text(property.key()).ifPresent(text -> texts.put(property, text));
    }
    boolean revoked = object.get("revoked") == JsonBoolean.TRUE;
    return new StixObject(index, texts, revoked, StixClass.of(object));
  }

  /// A text property, if present.
  public Optional<String> text(Property property) {
    return Optional.ofNullable(texts.get(property));
  }

  /// JSON pointer to a property of this object.
  public String pointer(String key) {
    return JsonPointer.member(pointer(index), key);
  }

  /// JSON pointer to the object itself.
  public static String pointer(int index) {
    return JsonPointer.element("/objects", index);
  }
}
