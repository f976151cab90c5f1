package org.entente.indicator.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import org.entente.indicator.bytes.Slice;

/// Whether two texts are the same JSON, whatever the order of members, blanks and the spelling of
/// numbers (the equality of RFC 8785): another tool of the same producer may write it differently.
final class SameContent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Comparator<JsonNode> SAME =
      (left, right) ->
          left.isNumber() && right.isNumber()
              ? Double.compare(left.doubleValue() + 0.0, right.doubleValue() + 0.0)
              : left.equals(right) ? 0 : 1;

  private SameContent() {}

  /// Compares two objects that were read strictly before.
  static boolean of(Slice left, Slice right) {
    return left.equals(right) || parse(left).equals(SAME, parse(right));
  }

  private static JsonNode parse(Slice text) {
    try {
      return JSON.readTree(text.toBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("it was read before", e);
    }
  }
}
