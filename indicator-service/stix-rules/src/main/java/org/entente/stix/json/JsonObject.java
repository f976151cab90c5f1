package org.entente.stix.json;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An object: members in the order of the text, no name twice, and the bytes it came from.
///
/// Looking a member up is a short scan in small objects and a hash probe in large ones.
public final class JsonObject implements Json {
  private static final int SCANNED = 12;

  private final String[] names;
  private final Json[] values;
  private final int start;
  private final int end;
  private final int[] slots;

  /// @param names without duplicates, which the reader has seen to
  JsonObject(List<String> names, List<Json> values, int start, int end) {
    this.names = names.toArray(String[]::new);
    this.values = values.toArray(Json[]::new);
    this.start = start;
    this.end = end;
    this.slots = this.names.length <= SCANNED ? new int[0] : slots(this.names);
  }

  /// Open addressing at most half full; a slot holds a member's index plus one.
  private static int[] slots(String[] names) {
    int[] slots = new int[Integer.highestOneBit(names.length) << 2];
    for (int i = 0; i < names.length; i++) {
      int slot = home(names[i], slots.length);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i + 1;
    }
    return slots;
  }

  private static int home(String name, int size) {
    int hash = name.hashCode() * 0x9E3779B9;
    return (hash ^ (hash >>> 16)) & (size - 1);
  }

  /// How many members it has.
  public int size() {
    return names.length;
  }

  /// Name of the member at that place, from 0.
  public String name(int index) {
    return names[index];
  }

  /// Value of the member at that place, from 0.
  public Json value(int index) {
    return values[index];
  }

  /// All names, in order.
  public List<String> names() {
    return List.of(names);
  }

  /// Value of the member of that name, or null.
  public @Nullable Json get(String name) {
    int index = slots.length == 0 ? scan(name) : probe(name);
    return index < 0 ? null : values[index];
  }

  private int scan(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private int probe(String name) {
    int slot = home(name, slots.length);
    while (slots[slot] != 0 && !names[slots[slot] - 1].equals(name)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slots[slot] - 1;
  }

  /// Whether there is a member of that name.
  public boolean has(String name) {
    return get(name) != null;
  }

  /// The member's text; empty when it is absent or something else.
  public Optional<String> text(String name) {
    return get(name) instanceof JsonText(String value) ? Optional.of(value) : Optional.empty();
  }

  /// The member's elements; none when it is absent or something else.
  public List<Json> elements(String name) {
    return get(name) instanceof JsonArray(List<Json> elements) ? elements : List.of();
  }

  /// The texts among the member's elements.
  public List<String> texts(String name) {
    return elements(name).stream()
        .filter(JsonText.class::isInstance)
        .map(element -> ((JsonText) element).value())
        .toList();
  }

  /// The member as an object, or null when it is absent or something else.
  public @Nullable JsonObject object(String name) {
    return get(name) instanceof JsonObject object ? object : null;
  }

  /// First byte of its `{` in the text it was read from.
  public int start() {
    return start;
  }

  /// The byte after its `}`.
  public int end() {
    return end;
  }

  /// Length in bytes, as written.
  public int length() {
    return end - start;
  }

  @Override
  public String toString() {
    return "JsonObject" + Arrays.toString(names);
  }
}
