package org.entente.indicator.collection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.indicator.audit.Trait;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Payload;
import org.entente.stix.marking.Recipient;
import org.entente.stix.marking.Terms;
import org.entente.stix.marking.Tlp;
import org.entente.stix.release.Reader;
import org.entente.stix.release.Recipients;
import org.entente.stix.release.ReleaseRule;

/// Answers "what may I read?", which no standard does: the audiences a caller belongs to, the
/// marking levels that reach it, and its collections. It tells of rights, never of objects.
@Singleton
final class GetRights {
  private static final int OK = 200;
  private static final String JSON_TYPE = "application/json";
  private static final JsonFactory JSON = new JsonFactory();

  private final Collections collections;

  GetRights(Collections collections) {
    this.collections = collections;
  }

  Answer answer(Call call) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      write(json, call);
    } catch (IOException e) {
      throw new UncheckedIOException("no I/O happens in memory", e);
    }
    return new Answer.Disclosure(
        new Payload(OK, JSON_TYPE, out.toByteArray(), Map.of()), List.of());
  }

  private void write(JsonGenerator json, Call call) throws IOException {
    json.writeStartObject();
    json.writeStringField("partner", call.partner());
    json.writeStringField("client", call.actor().text(Trait.CLIENT));
    texts(json, "scopes", Stream.of(Rights.READING, Rights.WRITING).filter(call::allows));
    texts(json, "audiences", audiences(call));
    texts(json, "marking_levels", levels(call.reader()));
    json.writeArrayFieldStart("collections");
    for (Collection collection : collections.visibleTo(call.reader())) {
      write(json, collection, Rights.of(collection, call));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Collection collection, Rights rights)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", collection.id().toString());
    json.writeStringField("title", collection.title());
    json.writeBooleanField("can_read", rights.read());
    json.writeBooleanField("can_write", rights.write());
    json.writeEndObject();
  }

  /// URNs as a manifest's `rel` names them.
  private static Stream<String> audiences(Call call) {
    Recipient place = call.reader().place();
    Stream<Recipient> agency =
        place.agency().stream().map(name -> Recipient.agency(place.partner(), name));
    Stream<Recipient> wider = Stream.concat(Stream.of(Recipient.partner(call.partner())), agency);
    return Stream.concat(wider, Stream.of(place)).distinct().map(Recipient::urn);
  }

  /// The TLP 2.0 levels at which something can be released to a place, if it is named for it.
  private static Stream<String> levels(Reader reader) {
    Set<Recipient> named = Set.of(reader.place());
    ReleaseRule open = new ReleaseRule(named, new Recipients.Everyone(), Tlp.CLEAR);
    return Arrays.stream(Tlp.values())
        .filter(level -> open.decide(reader, Terms.of(level)).releases())
        .map(level -> "tlp:" + level.label());
  }

  private static void texts(JsonGenerator json, String name, Stream<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts.toList()) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
