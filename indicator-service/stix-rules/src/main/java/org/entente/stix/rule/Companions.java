package org.entente.stix.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.stix.json.JsonObject;

/// The objects an object came together with, for the few rules that look at two: translations and
/// definitions of extensions. What did not come along is not looked for; references may dangle.
///
/// Immutable, thread-safe.
public final class Companions {
  /// An object by itself.
  public static final Companions NONE = new Companions(Map.of());

  private final Map<String, List<JsonObject>> byId;

  private Companions(Map<String, List<JsonObject>> byId) {
    this.byId = byId;
  }

  /// All objects of one envelope.
  public static Companions of(Collection<JsonObject> objects) {
    return objects.stream().anyMatch(Companions::concernsAnother)
        ? new Companions(
            objects.stream()
                .filter(object -> object.text("id").isPresent())
                .collect(Collectors.groupingBy(object -> object.text("id").orElseThrow())))
        : NONE;
  }

  /// Most envelopes have no such object, and cost nothing.
  private static boolean concernsAnother(JsonObject object) {
    return switch (StixClass.of(object)) {
      case LANGUAGE_CONTENT, EXTENSION_DEFINITION -> true;
      case SDO, SCO, SRO, MARKING_DEFINITION -> false;
    };
  }

  /// All versions of one object.
  List<JsonObject> of(String id) {
    return byId.getOrDefault(id, List.of());
  }
}
