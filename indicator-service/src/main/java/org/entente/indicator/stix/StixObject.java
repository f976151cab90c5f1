package org.entente.indicator.stix;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the exchange reads of one object of an envelope.
///
/// @param index position in `objects`, from 0
/// @param texts the text properties that were there as text
/// @param revoked the `revoked` property; absent counts as false
/// @param markings `object_marking_refs` as written
/// @param granularMarkings the `marking_ref`s of `granular_markings`
/// @param shape faults seen while reading: nulls, empty lists, wrong kinds of values
public record StixObject(
    int index,
    Map<Property, String> texts,
    boolean revoked,
    List<String> markings,
    List<String> granularMarkings,
    List<Fault> shape) {

  public StixObject {
    texts = Map.copyOf(texts);
    markings = List.copyOf(markings);
    granularMarkings = List.copyOf(granularMarkings);
    shape = List.copyOf(shape);
  }

  /// A text property, if present.
  public Optional<String> text(Property property) {
    return Optional.ofNullable(texts.get(property));
  }

  /// JSON pointer to a property of this object.
  public String pointer(String key) {
    return pointer(index) + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  /// JSON pointer to the object itself.
  public static String pointer(int index) {
    return "/objects/" + index;
  }

  /// The class that decides versions and required properties.
  public StixClass stixClass() {
    boolean dated = texts.containsKey(Property.CREATED) || texts.containsKey(Property.MODIFIED);
    return StixClass.of(text(Property.TYPE).orElse(""), dated);
  }
}
