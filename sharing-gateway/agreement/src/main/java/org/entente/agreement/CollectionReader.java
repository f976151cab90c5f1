package org.entente.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.entente.agreement.Agreement.Collection;

/** Reads one collection from a tree that the schema has allowed. */
final class CollectionReader {

  static Collection read(JsonNode collection) {
    return new Collection(
        UUID.fromString(collection.path("id").asText()),
        Values.text(collection, "alias"),
        collection.path("title").asText(),
        Values.text(collection, "description"),
        collection.path("producer").asText(),
        Values.texts(collection.path("audience")),
        Values.text(collection, "legal-basis"));
  }

  private CollectionReader() {}
}
