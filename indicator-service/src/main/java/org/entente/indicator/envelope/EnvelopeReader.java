package org.entente.indicator.envelope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.refusal.Refusal.EnvelopeInvalid;
import org.entente.indicator.refusal.Refusal.JsonInvalid;
import org.entente.indicator.refusal.Refusal.LimitObjects;
import org.entente.indicator.stix.StixObject;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.json.JsonRejected;
import org.entente.stix.json.JsonToken;

/// Reads an envelope in one pass over its bytes. Objects are not copied and not rebuilt. One reader
/// reads one body.
public final class EnvelopeReader {
  private static final String HOW =
      "submit a TAXII envelope, {\"objects\":[...]}; of a bundle, send its objects as an envelope";

  private final byte[] body;
  private final int maxObjects;
  private final JsonReader json;
  private final List<EnvelopeObject> objects = new ArrayList<>();
  private final Map<String, Json> besides = new HashMap<>();
  private boolean bundle;

  private EnvelopeReader(byte[] body, int maxObjects) {
    this.body = body;
    this.maxObjects = maxObjects;
    this.json = JsonReader.over(body);
  }

  /// Reads a body.
  ///
  /// @param body kept and referred to by the objects' slices; must not change any more
  /// @throws JsonInvalid when the body is not I-JSON, with the byte where it stops being so
  /// @throws EnvelopeInvalid when it is JSON but no envelope with objects
  /// @throws LimitObjects when it holds more than `maxObjects`
  public static Envelope read(byte[] body, int maxObjects) {
    try {
      return new EnvelopeReader(body, maxObjects).read();
    } catch (JsonRejected e) {
      throw new JsonInvalid("byte " + e.offset() + ": " + e.reason());
    }
  }

  private Envelope read() {
    JsonToken first = json.next();
    if (first == JsonToken.END) {
      throw new JsonInvalid("byte 0: the body is empty");
    }
    if (first != JsonToken.START_OBJECT) {
      // A body that is JSON but no object is told so only after it proved to be JSON.
      json.skip();
      json.expectEnd();
      throw new EnvelopeInvalid("the body is no JSON object: " + HOW);
    }
    while (json.next() != JsonToken.END_OBJECT) {
      member();
    }
    json.expectEnd();
    if (bundle || objects.isEmpty()) {
      throw new EnvelopeInvalid((bundle ? "a bundle is no envelope: " : "no objects: ") + HOW);
    }
    return new Envelope(objects, besides);
  }

  private void member() {
    String name = json.text();
    JsonToken value = json.next();
    bundle |= name.equals("type");
    if (!name.equals("objects")) {
      besides.put(name, json.value());
    } else if (value == JsonToken.START_ARRAY) {
      objects();
    } else {
      throw new EnvelopeInvalid("/objects is no list: " + HOW);
    }
  }

  private void objects() {
    for (JsonToken token = json.next(); token != JsonToken.END_ARRAY; token = json.next()) {
      int index = objects.size();
      if (index == maxObjects) {
        throw new LimitObjects("at most " + maxObjects + " objects in one submission");
      }
      if (token != JsonToken.START_OBJECT) {
        throw new EnvelopeInvalid(StixObject.pointer(index) + " is no object");
      }
      JsonObject object = (JsonObject) json.value();
      Slice bytes = new Slice(body, object.start(), object.end());
      objects.add(new EnvelopeObject(StixObject.of(index, object), object, bytes));
    }
  }
}
