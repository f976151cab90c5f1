package org.entente.indicator.directory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.taxii.MediaTypes;

/// Writes TAXII collection resources (TAXII 2.1 §5.1.1, §5.2.1).
final class CollectionBody {
  private static final JsonFactory JSON = new JsonFactory();

  private CollectionBody() {}

  static byte[] all(List<Collection> collections, String partner) {
    return write(json -> {
      json.writeStartObject();
      if (!collections.isEmpty()) {
        json.writeArrayFieldStart("collections");
        for (Collection collection : collections) {
          one(json, collection, partner);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    });
  }

  static byte[] one(Collection collection, String partner) {
    return write(json -> one(json, collection, partner));
  }

  private static void one(JsonGenerator json, Collection collection, String partner)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", collection.id().toString());
    json.writeStringField("title", collection.title());
    if (!collection.description().isEmpty()) {
      json.writeStringField("description", collection.description());
    }
    json.writeBooleanField("can_read", collection.readableBy(partner));
    json.writeBooleanField("can_write", collection.writableBy(partner));
    json.writeArrayFieldStart("media_types");
    json.writeString(MediaTypes.STIX);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static byte[] write(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      writing.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("no I/O happens in memory", e);
    }
    return out.toByteArray();
  }

  @FunctionalInterface
  private interface Writing {
    void write(JsonGenerator json) throws IOException;
  }
}
