package org.entente.kit.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.TreeMap;

/// Texts to put between an object's bytes, none of which changes. Not thread-safe.
final class Splice {

  private final byte[] object;
  private final TreeMap<Integer, String> texts = new TreeMap<>();

  Splice(byte[] object) {
    this.object = object;
  }

  /// Puts members or elements before the first of those that are there.
  ///
  /// @param at the byte after the brace or bracket that opens them
  /// @param followed whether there are any
  void insert(int at, List<String> members, boolean followed) {
    if (!members.isEmpty()) {
      texts.put(at, String.join(",", members) + (followed ? "," : ""));
    }
  }

  /// The object with what was put in.
  byte[] bytes() {
    var spliced = new ByteArrayOutputStream(object.length + 512);
    int done = 0;
    for (var text : texts.entrySet()) {
      spliced.write(object, done, text.getKey() - done);
      spliced.writeBytes(text.getValue().getBytes(UTF_8));
      done = text.getKey();
    }
    spliced.write(object, done, object.length - done);
    return spliced.toByteArray();
  }
}
