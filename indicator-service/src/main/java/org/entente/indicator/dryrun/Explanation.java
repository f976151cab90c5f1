package org.entente.indicator.dryrun;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.indicator.admission.Offer;
import org.entente.indicator.stix.Fault;
import org.entente.stix.marking.Pap;
import org.entente.stix.marking.Terms;
import org.entente.stix.marking.Tlp;
import org.entente.stix.release.Clause;
import org.entente.stix.release.Reader;
import org.entente.stix.release.ReleaseRule;

/// NDJSON, one line for each object: what is wrong or remarkable with it, what its markings say,
/// who would see it, and by which clauses it would be withheld from whom. An object with faults
/// reaches nobody.
final class Explanation {
  private static final JsonFactory JSON = new JsonFactory();

  private final ReleaseRule rule;
  private final List<Reader> readers;
  private final Map<Terms, Map<String, Set<Clause>>> decided = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Explanation(ReleaseRule rule, List<Reader> readers) {
    this.rule = rule;
    this.readers = readers;
  }

  void add(Offer offer, Terms terms) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("id", offer.shownId());
      texts(json, "faults", offer.faults().stream().map(Fault::message).toList());
      texts(json, "remarks", offer.remarks());
      terms(json, terms);
      decisions(json, decided.computeIfAbsent(terms, this::decide));
      json.writeEndObject();
      json.flush();
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("no I/O happens in memory", e);
    }
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private Map<String, Set<Clause>> decide(Terms terms) {
    Map<String, Set<Clause>> decisions = new LinkedHashMap<>();
    readers.forEach(reader -> decisions.put(reader.name(), rule.withholding(reader, terms)));
    return decisions;
  }

  private void terms(JsonGenerator json, Terms terms) throws IOException {
    if (terms.tlp().isPresent()) {
      json.writeStringField("tlp", terms.tlp().map(rule.floor()::atLeast).map(Tlp::label).get());
    }
    if (terms.pap().isPresent()) {
      json.writeStringField("pap", terms.pap().map(Pap::label).get());
    }
    json.writeStringField("onward_release", terms.onward().label());
    json.writeBooleanField("originator_control", terms.originatorControl());
    texts(json, "unreadable_markings", terms.unknown());
  }

  private static void decisions(JsonGenerator json, Map<String, Set<Clause>> decisions)
      throws IOException {
    Set<Clause> used = EnumSet.noneOf(Clause.class);
    decisions.values().forEach(used::addAll);
    texts(
        json,
        "released",
        decisions.entrySet().stream()
            .filter(place -> place.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList());
    json.writeObjectFieldStart("withheld");
    for (Map.Entry<String, Set<Clause>> place : decisions.entrySet()) {
      texts(json, place.getKey(), place.getValue().stream().map(Clause::name).toList());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("because");
    for (Clause clause : used) {
      json.writeStringField(clause.name(), clause.text(false));
    }
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
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
