package org.entente.indicator.evidence;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.taxii.TaxiiTime;

/// Writes evidence as JSON, the signed bytes in base64.
final class EvidenceBody {
  private static final JsonFactory JSON = new JsonFactory();

  private EvidenceBody() {}

  static byte[] of(Exhibit exhibit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("submission", exhibit.source().submission().toString());
      json.writeStringField("partner", exhibit.source().partner());
      binary(json, "manifest", exhibit.source().manifest());
      binary(json, "body", exhibit.source().body());
      json.writeStringField("received_at", TaxiiTime.format(exhibit.receivedAt()));
      json.writeNumberField("index", exhibit.receipt().index());
      json.writeStringField("leaf", exhibit.receipt().leaf());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("no I/O happens in memory", e);
    }
    return out.toByteArray();
  }

  private static void binary(JsonGenerator json, String name, Slice bytes) throws IOException {
    json.writeFieldName(name);
    json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, bytes.toBytes(), 0, bytes.length());
  }
}
