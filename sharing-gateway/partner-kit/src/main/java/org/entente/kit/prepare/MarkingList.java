package org.entente.kit.prepare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.entente.kit.stix.StixUnreadable;

/// Where an object's `object_marking_refs` stands in its bytes.
record MarkingList(int start) {

  private static final JsonFactory JSON = new JsonFactory();

  /// @param object well-formed, in UTF-8, with a list of that name that is not empty
  MarkingList(byte[] object) {
    this(find(object));
  }

  private static int find(byte[] object) {
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
      throw new StixUnreadable("An object cannot be read twice.");
    }
    throw new StixUnreadable("object_marking_refs is no list.");
  }
}
