package org.entente.stix.json;

import java.util.Optional;

/// JSON pointers (RFC 6901) as text.
public final class JsonPointer {
  private JsonPointer() {}

  /// The pointer to a member of what `parent` points to.
  public static String member(String parent, String name) {
    return parent + "/" + escaped(name);
  }

  /// The pointer to an element of what `parent` points to, from 0.
  public static String element(String parent, int index) {
    return parent + "/" + index;
  }

  /// A name as a pointer writes it.
  public static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /// What a pointer points to; empty when there is nothing, or the text is no pointer.
  public static Optional<Json> find(Json root, String pointer) {
    if (pointer.isEmpty()) {
      return Optional.of(root);
    }
    if (pointer.charAt(0) != '/') {
      return Optional.empty();
    }
    Optional<Json> found = Optional.of(root);
    for (String step : pointer.substring(1).split("/", -1)) {
      String name = step.replace("~1", "/").replace("~0", "~");
      found = found.flatMap(json -> step(json, name));
    }
    return found;
  }

  private static Optional<Json> step(Json json, String name) {
    return switch (json) {
      case JsonObject object -> Optional.ofNullable(object.get(name));
      case JsonArray array -> element(array, name);
      case JsonText _, JsonNumber _, JsonBoolean _, JsonNull _ -> Optional.empty();
    };
  }

  private static Optional<Json> element(JsonArray array, String index) {
    boolean number = index.matches("0|[1-9][0-9]{0,8}");
    return number && Integer.parseInt(index) < array.size()
        ? Optional.of(array.elements().get(Integer.parseInt(index)))
        : Optional.empty();
  }
}
