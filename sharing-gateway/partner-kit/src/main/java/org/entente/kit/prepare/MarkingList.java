package org.entente.kit.prepare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.entente.kit.stix.StixUnreadable;

/// Where an object's `object_marking_refs` stands in its bytes.
final class MarkingList {

  private static final JsonFactory JSON = new JsonFactory();

  private MarkingList() {}

  /// The byte after the bracket that opens the list.
  ///
  /// @param object well-formed, in UTF-8, with a list of that name
  static int start(String id, byte[] object) {
    try (JsonParser parser = JSON.createParser(object)) {
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        if (name.equals("object_marking_refs") && value == JsonToken.START_ARRAY) {
          return Math.toIntExact(parser.currentLocation().getByteOffset());
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      throw new StixUnreadable(id + " cannot be read twice.");
    }
    throw new StixUnreadable(id + ": object_marking_refs is no list.");
  }
}
