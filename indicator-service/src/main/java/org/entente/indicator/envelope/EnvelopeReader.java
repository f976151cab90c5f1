package org.entente.indicator.envelope;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.END_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.refusal.Refusal.EnvelopeInvalid;
import org.entente.indicator.refusal.Refusal.JsonInvalid;
import org.entente.indicator.refusal.Refusal.LimitObjects;
import org.entente.indicator.stix.StixObject;
import org.jspecify.annotations.Nullable;

/// Reads an envelope in one pass over its bytes. Objects are not copied and not rebuilt. One reader
/// reads one body.
public final class EnvelopeReader {
  private static final String HOW =
      "submit a TAXII envelope, {\"objects\":[...]}; of a bundle, send its objects as an envelope";
  private static final Set<String> TAXII_MEMBERS = Set.of("more", "next", "objects");

  private final byte[] body;
  private final int maxObjects;
  private final StrictJson json;
  private final List<EnvelopeObject> objects = new ArrayList<>();
  private boolean plain = true;
  private boolean bundle;

  private EnvelopeReader(byte[] body, int maxObjects) {
    this.body = body;
    this.maxObjects = maxObjects;
    this.json = StrictJson.over(body);
  }

  /// Reads a body.
  ///
  /// @param body kept and referred to by the objects' slices; must not change any more
  /// @throws JsonInvalid when the body is not I-JSON, with the byte where it stops being so
  /// @throws EnvelopeInvalid when it is JSON but no envelope with objects
  /// @throws LimitObjects when it holds more than `maxObjects`
  public static Envelope read(byte[] body, int maxObjects) {
    return new EnvelopeReader(body, maxObjects).read();
  }

  private Envelope read() {
    JsonToken first = json.next();
    if (first != START_OBJECT) {
      finish(first);
      throw new EnvelopeInvalid("the body is no JSON object: " + HOW);
    }
    for (JsonToken token = json.next(); token != END_OBJECT; token = json.next()) {
      member();
    }
    if (json.next() != null) {
      throw new JsonInvalid("byte " + json.start() + ": text after the end of the body");
    }
    if (bundle || objects.isEmpty()) {
      throw new EnvelopeInvalid((bundle ? "a bundle is no envelope: " : "no objects: ") + HOW);
    }
    return new Envelope(objects, plain);
  }

  /// A body that is JSON but no object is told so only after it proved to be JSON.
  private void finish(@Nullable JsonToken first) {
    if (first == null) {
      throw new JsonInvalid("byte 0: the body is empty");
    }
    json.skip();
    if (json.next() != null) {
      throw new JsonInvalid("byte " + json.start() + ": text after the end of the body");
    }
  }

  private void member() {
    String name = json.name();
    JsonToken value = json.next();
    plain &= TAXII_MEMBERS.contains(name);
    bundle |= name.equals("type");
    if (!name.equals("objects")) {
      json.skip();
    } else if (value == START_ARRAY) {
      objects();
    } else {
      throw new EnvelopeInvalid("/objects is no list: " + HOW);
    }
  }

  private void objects() {
    for (JsonToken token = json.next(); token != END_ARRAY; token = json.next()) {
      int index = objects.size();
      if (index == maxObjects) {
        throw new LimitObjects("at most " + maxObjects + " objects in one submission");
      }
      if (token != START_OBJECT) {
        throw new EnvelopeInvalid(StixObject.pointer(index) + " is no object");
      }
      int start = json.start();
      StixObject stix = new ObjectReader(json, index).read();
      objects.add(new EnvelopeObject(stix, new Slice(body, start, json.end())));
    }
  }
}
