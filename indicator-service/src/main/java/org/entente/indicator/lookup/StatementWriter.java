package org.entente.indicator.lookup;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.indicator.taxii.TaxiiTime;
import org.entente.indicator.warning.Warning;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonNumber;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.marking.OnwardRelease;
import org.entente.stix.marking.Pap;
import org.entente.stix.marking.Terms;
import org.entente.stix.marking.TermsReader;
import org.entente.stix.marking.Tlp;

/// Writes one producer's statement about a value: what it is, how it speaks of the value, when it
/// is valid and under which terms. The object itself is the producer's and is read by its id.
final class StatementWriter {
  private static final int LONGEST = 256;
  private static final String VICTIM = "victim";

  private final JsonGenerator json;
  private final long at;

  /// @param at the time asked about, microseconds since 1970
  StatementWriter(JsonGenerator json, long at) {
    this.json = json;
    this.at = at;
  }

  /// Writes an object.
  ///
  /// @param key the key under which it was found
  /// @param definitions of the markings it may refer to
  /// @param warnings what warning lists say of the value
  void write(Hit hit, String key, Definitions definitions, List<Warning> warnings)
      throws IOException {
    JsonObject object = (JsonObject) JsonReader.read(hit.bytes().toBytes());
    json.writeStartObject();
    entry(hit);
    json.writeStringField("class", hit.validity().standing().word());
    json.writeStringField("key", key);
    if (hit.validity().group() > 0) {
      json.writeNumberField("group", hit.validity().group());
    }
    claims(object);
    validity(object, hit.validity());
    markings(object);
    terms(TermsReader.markings(object).under(id -> definitions.find(hit.entry().producer(), id)));
    notForBlocking(object, warnings);
    reactions(hit.reactions());
    json.writeEndObject();
  }

  private void entry(Hit hit) throws IOException {
    json.writeStringField("id", hit.entry().id());
    json.writeStringField("type", hit.entry().type());
    json.writeStringField("version", hit.entry().version());
    json.writeStringField("producer", hit.entry().producer());
    json.writeStringField("collection", hit.collection().toString());
    json.writeStringField("date_added", TaxiiTime.format(hit.dateAdded()));
  }

  private void claims(JsonObject object) throws IOException {
    if (object.get("confidence") instanceof JsonNumber confidence && confidence.isInteger()) {
      json.writeNumberField("confidence", confidence.longValue());
    }
    text("role", role(object));
    texts("indicator_types", object.texts("indicator_types"));
  }

  /// What a producer says an address is for.
  private static Optional<String> role(JsonObject object) {
    return ObservableProperties.wallet(object).flatMap(wallet -> wallet.text("role"));
  }

  private void validity(JsonObject object, Hit.Validity validity) throws IOException {
    text("valid_from", object.text("valid_from"));
    text("valid_until", object.text("valid_until"));
    flag("revoked", validity.revoked());
    flag("expired", validity.until() <= at);
    flag("upcoming", validity.from() > at);
  }

  private void markings(JsonObject object) throws IOException {
    List<String> markings = new ArrayList<>(object.texts("object_marking_refs"));
    for (Json granular : object.elements("granular_markings")) {
      if (granular instanceof JsonObject part) {
        part.text("marking_ref").filter(id -> !markings.contains(id)).ifPresent(markings::add);
      }
    }
    texts("markings", markings);
  }

  private void terms(Terms terms) throws IOException {
    text("tlp", terms.tlp().map(Tlp::label));
    text("pap", terms.pap().map(Pap::label));
    if (!terms.releasability().isEmpty()) {
      text("onward_release", Optional.of(terms.onward()).map(OnwardRelease::label));
    }
    flag("originator_control", terms.originatorControl());
  }

  private void notForBlocking(JsonObject object, List<Warning> warnings) throws IOException {
    List<String> marks =
        warnings.stream()
            .filter(Warning::marks)
            .map(warning -> warning.list() + " " + warning.version())
            .distinct()
            .toList();
    boolean victim = role(object).filter(VICTIM::equals).isPresent();
    flag("not_for_blocking", victim || !marks.isEmpty());
    texts("warning_lists", marks);
  }

  private void reactions(Hit.Reactions reactions) throws IOException {
    if (reactions.sightings() > 0) {
      json.writeNumberField("sightings", reactions.sightings());
    }
    if (reactions.opposed() > 0) {
      json.writeNumberField("opinions_against", reactions.opposed());
    }
  }

  private void flag(String name, boolean set) throws IOException {
    if (set) {
      json.writeBooleanField(name, true);
    }
  }

  private void text(String name, Optional<String> text) throws IOException {
    if (text.filter(t -> t.length() <= LONGEST).isPresent()) {
      json.writeStringField(name, text.get());
    }
  }

  private void texts(String name, List<String> texts) throws IOException {
    if (texts.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
