package org.entente.audit.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.entente.audit.access.Release.Recorded;
import org.entente.audit.record.Sha256;
import org.entente.audit.visibility.AuditScope;
import org.entente.log.WitnessedCheckpoint;

/**
 * What a pack says of itself. Nothing of it is signed: what can be checked is proven by the other
 * files, and whose export it was by the record in the log.
 *
 * @param files SHA-256 of each file, by name
 */
record PackManifest(
    Selection selection,
    Recorded recorded,
    WitnessedCheckpoint examined,
    Instant at,
    Map<String, String> files) {

  private static final JsonFactory JSON = new JsonFactory();

  byte[] json() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("format", "entente-evidence/1");
      export(json);
      checkpoint(json);
      entries(json);
      json.writeObjectFieldStart("files");
      for (var file : files.entrySet()) {
        json.writeStringField(file.getKey(), file.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private void export(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("export");
    json.writeStringField("at", at.toString());
    json.writeStringField("party", recorded.actor().party());
    json.writeStringField("actor", recorded.actor().client());
    json.writeStringField("query", recorded.query());
    json.writeNumberField("index", recorded.entry().index());
    json.writeStringField("leaf", Sha256.base64url(recorded.entry().leaf().toByteArray()));
    json.writeEndObject();
  }

  private void checkpoint(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("checkpoint");
    json.writeStringField("origin", examined.checkpoint().origin());
    json.writeNumberField("size", examined.checkpoint().size());
    var witnessed = examined.witnessed() && !examined.cosigned().isEmpty();
    json.writeStringField("stage", witnessed ? "witnessed" : "sequenced");
    json.writeArrayFieldStart("cosigned_by");
    for (var witness : examined.cosigned().keySet()) {
      json.writeString(witness);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void entries(JsonGenerator json) throws IOException {
    var indices = selection.indices();
    json.writeObjectFieldStart("entries");
    json.writeNumberField("count", indices.size());
    json.writeStringField("sha256", selection.sha256());
    json.writeStringField("scope", scope());
    json.writeBooleanField("filtered", selection.part().filtered());
    if (!indices.isEmpty()) {
      json.writeNumberField("first", indices.getFirst());
      json.writeNumberField("last", indices.getLast());
    }
    json.writeStringField("completeness", selection.complete() ? "range" : "selection");
    if (selection.part().next().isPresent()) {
      json.writeNumberField("next", selection.part().next().orElseThrow());
    }
    json.writeArrayFieldStart("indices");
    for (var index : indices) {
      json.writeNumber(index);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private String scope() {
    return switch (selection.scope()) {
      case AuditScope.Joint _ -> "joint";
      case AuditScope.OfParty(var party) -> "party " + party;
    };
  }
}
