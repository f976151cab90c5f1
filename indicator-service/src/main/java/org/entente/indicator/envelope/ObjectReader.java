package org.entente.indicator.envelope;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.END_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.VALUE_FALSE;
import static com.fasterxml.jackson.core.JsonToken.VALUE_NULL;
import static com.fasterxml.jackson.core.JsonToken.VALUE_STRING;
import static com.fasterxml.jackson.core.JsonToken.VALUE_TRUE;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.indicator.stix.Fault;
import org.entente.indicator.stix.FaultCode;
import org.entente.indicator.stix.Property;
import org.entente.indicator.stix.StixObject;
import org.jspecify.annotations.Nullable;

/// Reads the few properties the exchange needs of one object and passes over the others; what has
/// the wrong shape becomes a fault of this object, not of the envelope.
final class ObjectReader {
  private final StrictJson json;
  private final int index;
  private final Map<Property, String> texts = new EnumMap<>(Property.class);
  private final List<String> markings = new ArrayList<>();
  private final List<String> granularMarkings = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private boolean revoked;

  /// Stands on the object's opening brace.
  ObjectReader(StrictJson json, int index) {
    this.json = json;
    this.index = index;
  }

  /// Reads up to and including the closing brace.
  StixObject read() {
    for (JsonToken token = json.next(); token != END_OBJECT; token = json.next()) {
      member(json.name(), json.next());
    }
    return new StixObject(index, texts, revoked, markings, granularMarkings, faults);
  }

  private void member(String name, @Nullable JsonToken value) {
    Optional<Property> property = Property.of(name);
    if (property.isPresent()) {
      text(property.get(), value);
      return;
    }
    switch (name) {
      case "revoked" -> revoked(value);
      case "object_marking_refs" -> markings(value);
      case "granular_markings" -> granularMarkings(value);
      default -> other(name, value);
    }
  }

  private void text(Property property, @Nullable JsonToken value) {
    if (value == VALUE_STRING) {
      texts.put(property, json.text());
    } else {
      wrong(property.key(), "must be text");
    }
  }

  private void revoked(@Nullable JsonToken value) {
    revoked = value == VALUE_TRUE;
    if (value != VALUE_TRUE && value != VALUE_FALSE) {
      wrong("revoked", "must be true or false");
    }
  }

  private void markings(@Nullable JsonToken value) {
    if (value != START_ARRAY) {
      wrong("object_marking_refs", "must be a list");
      return;
    }
    for (JsonToken token = json.next(); token != END_ARRAY; token = json.next()) {
      if (token == VALUE_STRING) {
        markings.add(json.text());
      } else {
        wrong("object_marking_refs", "must hold ids");
      }
    }
    if (markings.isEmpty()) {
      empty("object_marking_refs");
    }
  }

  private void granularMarkings(@Nullable JsonToken value) {
    if (value != START_ARRAY) {
      wrong("granular_markings", "must be a list");
      return;
    }
    boolean empty = true;
    for (JsonToken token = json.next(); token != END_ARRAY; token = json.next()) {
      empty = false;
      if (token == START_OBJECT) {
        granularMarking();
      } else {
        wrong("granular_markings", "must hold objects");
      }
    }
    if (empty) {
      empty("granular_markings");
    }
  }

  private void granularMarking() {
    for (JsonToken token = json.next(); token != END_OBJECT; token = json.next()) {
      boolean reference = json.name().equals("marking_ref");
      JsonToken value = json.next();
      if (!reference) {
        json.skip();
      } else if (value == VALUE_STRING) {
        granularMarkings.add(json.text());
      } else {
        wrong("granular_markings", "marking_ref must be an id");
      }
    }
  }

  private void other(String name, @Nullable JsonToken value) {
    boolean emptyContainer = json.skip() == 2;
    if (value == VALUE_NULL || emptyContainer) {
      empty(name);
    }
  }

  private void empty(String name) {
    faults.add(fault(FaultCode.STIX_EMPTY, name, "must not be null or empty"));
  }

  private void wrong(String name, String text) {
    json.skip();
    faults.add(fault(FaultCode.STIX_VALUE, name, text));
  }

  private Fault fault(FaultCode code, String name, String text) {
    String pointer = StixObject.pointer(index) + "/" + name.replace("~", "~0").replace("/", "~1");
    return new Fault(code, pointer, text);
  }
}
