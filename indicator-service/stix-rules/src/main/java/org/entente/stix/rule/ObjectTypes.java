package org.entente.stix.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.stix.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// All types (STIX 2.1 §4 to §7), and what is assumed of those nobody defines.
final class ObjectTypes {
  private static final Map<String, ObjectType> BY_NAME = new HashMap<>();
  private static final Map<StixClass, ObjectType> UNDEFINED = new EnumMap<>(StixClass.class);

  static {
    all().forEach(type -> BY_NAME.put(type.name(), type));
    for (StixClass stixClass : List.of(StixClass.SDO, StixClass.SRO, StixClass.SCO)) {
      UNDEFINED.put(stixClass, ObjectType.undefined(stixClass));
    }
  }

  private ObjectTypes() {}

  static List<ObjectType> all() {
    List<ObjectType> all = new ArrayList<>(DomainObjects.ALL);
    all.addAll(RelationshipObjects.ALL);
    all.addAll(Observables.ALL);
    all.addAll(CryptoObservables.ALL);
    all.addAll(MetaObjects.ALL);
    return all;
  }

  static @Nullable ObjectType find(String name) {
    return BY_NAME.get(name);
  }

  /// The type of an object. One that is not defined is of the class its extension says (STIX 2.1
  /// §7.3.2); without extension it is a domain object as soon as it carries `created` or
  /// `modified`, which no observable may.
  static ObjectType of(JsonObject object) {
    ObjectType known = object.text("type").map(ObjectTypes::find).orElse(null);
    if (known != null) {
      return known;
    }
    StixClass stixClass =
        Extensions.newClass(object)
            .orElse(
                object.has("created") || object.has("modified") ? StixClass.SDO : StixClass.SCO);
    ObjectType undefined = UNDEFINED.get(stixClass);
    if (undefined == null) {
      throw new IllegalStateException("an extension cannot define a " + stixClass.label());
    }
    return undefined;
  }
}
