package org.entente.indicator.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.indicator.bytes.Line;

/// Writes access entries as the log takes them: OCSF 1.8.0 API Activity, one JSON object on one
/// line, keys in the order of the audit-service's contract, and after it the disclosures of its
/// personal fields. At most 200 resources and well under 60 000 bytes each; longer lists become
/// several parts.
@Singleton
public final class AccessRecords {
  private static final int MAX_RESOURCES = 200;
  private static final int MAX_RESOURCE_BYTES = 24_000;
  private static final int LONGEST_UNIT = 128;
  private static final int LONGEST_FACT = 1024;
  private static final int SEVERITY_INFORMATIONAL = 1;
  private static final int SEVERITY_HIGH = 4;
  private static final String PRODUCT = "indicator-service";
  private static final JsonFactory JSON = new JsonFactory();

  private final Supplier<UUID> ids;
  private final SecureRandom random;
  private final LegalBases legalBases;

  /// Takes the sources of what must not repeat.
  ///
  /// @param ids the records' uids, which are the log's idempotency keys
  /// @param random for the salts of personal fields
  /// @param legalBases what each record says of its ground
  public AccessRecords(Supplier<UUID> ids, SecureRandom random, LegalBases legalBases) {
    this.ids = ids;
    this.random = random;
    this.legalBases = legalBases;
  }

  /// Writes one record or, for a long list of resources, parts 1 to n.
  public List<Line> write(AccessEntry entry) {
    List<List<Resource>> parts = split(entry.resources());
    List<Line> lines = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      lines.add(line(entry, new Part(i + 1, parts.size(), parts.get(i))));
    }
    return lines;
  }

  private static List<List<Resource>> split(List<Resource> resources) {
    List<List<Resource>> parts = new ArrayList<>();
    parts.add(new ArrayList<>());
    int weight = 0;
    for (Resource resource : resources) {
      List<Resource> last = parts.getLast();
      weight += resource.weight();
      if (last.size() == MAX_RESOURCES || (weight > MAX_RESOURCE_BYTES && !last.isEmpty())) {
        parts.add(new ArrayList<>());
        weight = resource.weight();
      }
      parts.getLast().add(resource);
    }
    return parts;
  }

  private Line line(AccessEntry entry, Part part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
    Concealed concealed = new Concealed(random);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      metadata(json, entry);
      classification(json, entry);
      outcome(json, entry.outcome());
      actor(json, concealed, entry.actor());
      http(json, entry);
      resources(json, part);
      exchange(json, concealed, entry, part);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("no I/O happens in memory", e);
    }
    concealed.appendTo(out);
    return new Line(out.toByteArray());
  }

  private void metadata(JsonGenerator json, AccessEntry entry) throws IOException {
    json.writeObjectFieldStart("metadata");
    json.writeStringField("version", "1.8.0");
    json.writeStringField("uid", ids.get().toString());
    json.writeObjectFieldStart("product");
    json.writeStringField("name", PRODUCT);
    json.writeStringField("vendor_name", "Entente");
    json.writeEndObject();
    json.writeArrayFieldStart("profiles");
    json.writeString("security_control");
    json.writeEndArray();
    json.writeStringField("correlation_uid", entry.correlation().toString());
    json.writeEndObject();
  }

  private static void classification(JsonGenerator json, AccessEntry entry) throws IOException {
    int activity = entry.operation().activity();
    json.writeNumberField("category_uid", 6);
    json.writeNumberField("class_uid", 6003);
    json.writeNumberField("activity_id", activity);
    json.writeNumberField("type_uid", 600_300 + activity);
    json.writeNumberField("severity_id", severity(entry));
    json.writeNumberField("time", entry.time().toEpochMilli());
  }

  /// A secret that came in is an alarm: whoever has seen it can move the money.
  private static int severity(AccessEntry entry) {
    return entry.facts().containsKey(Fact.SECRETS) ? SEVERITY_HIGH : SEVERITY_INFORMATIONAL;
  }

  private static void outcome(JsonGenerator json, Outcome outcome) throws IOException {
    switch (outcome) {
      case Outcome.Allowed(int status) -> outcome(json, new Verdict(1, status, "", 1, 1));
      case Outcome.Refused(int status, String code) ->
          outcome(json, new Verdict(2, status, code, 2, 2));
      case Outcome.Failed(int status, String code) ->
          outcome(json, new Verdict(2, status, code, 1, 27));
    }
  }

  private static void outcome(JsonGenerator json, Verdict verdict) throws IOException {
    json.writeNumberField("status_id", verdict.status());
    json.writeStringField("status_code", Integer.toString(verdict.http()));
    if (!verdict.code().isEmpty()) {
      json.writeStringField("status_detail", verdict.code());
    }
    json.writeNumberField("action_id", verdict.action());
    json.writeNumberField("disposition_id", verdict.disposition());
  }

  private static void actor(JsonGenerator json, Concealed concealed, Actor actor)
      throws IOException {
    json.writeObjectFieldStart("actor");
    json.writeObjectFieldStart("user");
    concealed.write(json, "uid", text(actor, Trait.CLIENT));
    json.writeObjectFieldStart("org");
    json.writeStringField("uid", actor.partner());
    if (actor.unit().isPresent()) {
      json.writeStringField("ou_name", RecordText.fit(actor.unit().get(), LONGEST_UNIT));
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("session");
    concealed.write(json, "uid", text(actor, Trait.TOKEN));
    json.writeStringField("issuer", text(actor, Trait.ISSUER));
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("src_endpoint");
    concealed.write(json, "ip", text(actor, Trait.IP));
    json.writeStringField("uid", text(actor, Trait.TLS_LEAF));
    json.writeEndObject();
  }

  private static void http(JsonGenerator json, AccessEntry entry) throws IOException {
    json.writeObjectFieldStart("api");
    json.writeStringField("operation", entry.operation().label());
    json.writeObjectFieldStart("request");
    json.writeStringField("uid", entry.actor().request().toString());
    json.writeEndObject();
    json.writeObjectFieldStart("response");
    json.writeNumberField("code", entry.outcome().status());
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("http_request");
    json.writeStringField("http_method", text(entry.actor(), Trait.METHOD));
    json.writeObjectFieldStart("url");
    json.writeStringField("path", text(entry.actor(), Trait.PATH));
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("http_response");
    json.writeNumberField("code", entry.outcome().status());
    if (entry.bodyLength() != AccessEntry.UNTOLD) {
      json.writeNumberField("body_length", entry.bodyLength());
    }
    json.writeEndObject();
  }

  private static void resources(JsonGenerator json, Part part) throws IOException {
    if (part.resources().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("resources");
    for (Resource resource : part.resources()) {
      json.writeStartObject();
      json.writeStringField("uid", resource.id());
      if (!resource.version().isEmpty()) {
        json.writeStringField("version", resource.version());
      }
      json.writeStringField("type", resource.type());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void exchange(JsonGenerator json, Concealed concealed, AccessEntry entry, Part part)
      throws IOException {
    json.writeObjectFieldStart("exchange");
    for (Fact fact : Fact.values()) {
      Object value =
          switch (fact) {
            case PART -> part.number();
            case PARTS -> part.of();
            case LEGAL_BASIS -> legalBases.of(entry).orElse(null);
            default -> entry.facts().get(fact);
          };
      if (value != null) {
        write(json, concealed, fact, value);
      }
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Concealed concealed, Fact fact, Object value)
      throws IOException {
    if (fact == Fact.CLIENT_SEQ) {
      // Who reads some of a client's records must not count the others.
      concealed.write(json, fact.key(), value.toString());
    } else if (value instanceof Number number) {
      json.writeNumberField(fact.key(), number.longValue());
    } else {
      json.writeStringField(fact.key(), RecordText.fit(value.toString(), LONGEST_FACT));
    }
  }

  private static String text(Actor actor, Trait trait) {
    return RecordText.fit(actor.text(trait), trait.longest());
  }

  private record Part(int number, int of, List<Resource> resources) {}

  private record Verdict(int status, int http, String code, int action, int disposition) {}
}
