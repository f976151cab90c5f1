package org.entente.indicator.admission;

import org.entente.indicator.bytes.Slice;
import org.entente.stix.json.CanonicalJson;
import org.entente.stix.json.JsonReader;

/// Whether two texts are the same JSON, whatever the order of members, blanks and the spelling of
/// numbers (the equality of RFC 8785): another tool of the same producer may write it differently.
final class SameContent {
  private SameContent() {}

  /// Compares two objects that were read strictly before.
  static boolean of(Slice left, Slice right) {
    return left.equals(right)
        || CanonicalJson.same(JsonReader.read(left.toBytes()), JsonReader.read(right.toBytes()));
  }
}
