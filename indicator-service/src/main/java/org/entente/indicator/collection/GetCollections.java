package org.entente.indicator.collection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Payload;
import org.entente.indicator.taxii.MediaTypes;

/// TAXII's Get Collections and Get a Collection (TAXII 2.1 §5.1, §5.2): those the caller takes part
/// in, with what it may do there.
@Singleton
final class GetCollections {
  private static final int OK = 200;
  private static final JsonFactory JSON = new JsonFactory();

  private final Collections collections;

  GetCollections(Collections collections) {
    this.collections = collections;
  }

  Answer all(Call call) {
    List<Collection> visible = collections.visibleTo(call.reader());
    return answer(json -> list(json, visible, call));
  }

  Answer one(Call call, String id) {
    Collection collection = collections.visible(id, call.reader());
    call.note(Fact.COLLECTION, collection.id().toString());
    return answer(json -> write(json, collection, call));
  }

  /// An empty list is left out (TAXII 2.1 §5.1.1).
  private static void list(JsonGenerator json, List<Collection> visible, Call call)
      throws IOException {
    json.writeStartObject();
    if (!visible.isEmpty()) {
      json.writeArrayFieldStart("collections");
      for (Collection collection : visible) {
        write(json, collection, call);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Collection collection, Call call)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", collection.id().toString());
    if (collection.alias().isPresent()) {
      json.writeStringField("alias", collection.alias().get());
    }
    json.writeStringField("title", collection.title());
    if (!collection.description().isEmpty()) {
      json.writeStringField("description", collection.description());
    }
    Rights rights = Rights.of(collection, call);
    json.writeBooleanField("can_read", rights.read());
    json.writeBooleanField("can_write", rights.write());
    json.writeArrayFieldStart("media_types");
    json.writeString(MediaTypes.STIX);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static Answer answer(Content content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      content.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("no I/O happens in memory", e);
    }
    Payload payload = new Payload(OK, MediaTypes.TAXII, out.toByteArray(), Map.of());
    return new Answer.Disclosure(payload, List.of());
  }

  @FunctionalInterface
  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }
}
