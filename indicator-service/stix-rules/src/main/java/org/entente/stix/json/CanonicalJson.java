package org.entente.stix.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The canonical form of RFC 8785: names sorted by UTF-16 code units, no blanks, the shortest
/// escapes, numbers as ECMAScript writes them.
public final class CanonicalJson {
  private static final String[] SHORT = {"\\b", "\\t", "\\n", "", "\\f", "\\r"};

  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  /// The canonical text of a tree.
  public static String of(Json json) {
    CanonicalJson writer = new CanonicalJson();
    writer.write(json);
    return writer.out.toString();
  }

  /// The canonical text of an object reduced to some of its members.
  ///
  /// @param members those left out of it are left out
  public static String of(JsonObject object, List<String> members) {
    CanonicalJson writer = new CanonicalJson();
    writer.object(object, i -> members.contains(object.name(i)));
    return writer.out.toString();
  }

  /// The canonical text as it is hashed: UTF-8.
  public static byte[] bytes(Json json) {
    return of(json).getBytes(StandardCharsets.UTF_8);
  }

  /// Whether two trees say the same.
  public static boolean same(Json left, Json right) {
    return of(left).equals(of(right));
  }

  private void write(Json json) {
    switch (json) {
      case JsonObject object -> object(object, _ -> true);
      case JsonArray array -> array(array);
      case JsonText(String value) -> text(value);
      case JsonNumber number -> out.append(EcmaNumber.text(number.doubleValue()));
      case JsonBoolean bool -> out.append(bool.value());
      case JsonNull _ -> out.append("null");
    }
  }

  private void object(JsonObject object, IntPredicate wanted) {
    int[] order =
        IntStream.range(0, object.size())
            .filter(wanted)
            .boxed()
            .sorted(Comparator.comparing(object::name))
            .mapToInt(Integer::intValue)
            .toArray();
    out.append('{');
    Arrays.stream(order)
        .forEach(i -> {
          separate('{');
          text(object.name(i));
          out.append(':');
          write(object.value(i));
        });
    out.append('}');
  }

  private void array(JsonArray array) {
    out.append('[');
    for (Json element : array.elements()) {
      separate('[');
      write(element);
    }
    out.append(']');
  }

  private void separate(char opening) {
    if (out.charAt(out.length() - 1) != opening) {
      out.append(',');
    }
  }

  private void text(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ') {
        out.append(c);
      } else if (c >= '\b' && c <= '\r' && c != 0x0B) {
        out.append(SHORT[c - '\b']);
      } else {
        out.append(String.format("\\u%04x", (int) c));
      }
    }
    out.append('"');
  }
}
