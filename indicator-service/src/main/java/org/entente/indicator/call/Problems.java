package org.entente.indicator.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.entente.indicator.refusal.Refusal;
import org.entente.indicator.taxii.MediaTypes;

/// Problem documents (RFC 9457) with the stable code.
final class Problems {
  static final String AUDIT_UNAVAILABLE = "AUDIT_UNAVAILABLE";
  static final String STORE_UNAVAILABLE = "STORE_UNAVAILABLE";
  static final String INTERNAL_ERROR = "INTERNAL_ERROR";

  /// The next connection may lead to another replica; this one would lead here again. The gateway
  /// speaks HTTP/1.1.
  private static final Map<String, String> RETRY =
      Map.of("Retry-After", "2", "Connection", "close");

  private static final JsonFactory JSON = new JsonFactory();

  private Problems() {}

  static Payload refused(Refusal refusal) {
    byte[] body = body(refusal.status(), refusal.code(), refusal.title(), refusal.detail());
    return new Payload(refusal.status(), MediaTypes.PROBLEM, body, Map.of());
  }

  static Payload auditUnavailable() {
    byte[] body =
        body(
            503, AUDIT_UNAVAILABLE, "The log is not available", "Nothing was released; try again.");
    return new Payload(503, MediaTypes.PROBLEM, body, RETRY);
  }

  static Payload storeUnavailable() {
    byte[] body =
        body(503, STORE_UNAVAILABLE, "The store is not available", "Nothing is lost; try again.");
    return new Payload(503, MediaTypes.PROBLEM, body, RETRY);
  }

  static Payload internalError(String id) {
    byte[] body = body(500, INTERNAL_ERROR, "Internal error", "Quote this id: " + id);
    return new Payload(500, MediaTypes.PROBLEM, body, Map.of());
  }

  private static byte[] body(int status, String code, String title, String detail) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", "urn:entente:problem:" + kebab(code));
      json.writeStringField("title", title);
      json.writeNumberField("status", status);
      json.writeStringField("code", code);
      json.writeStringField("detail", detail);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("no I/O happens in memory", e);
    }
    return out.toByteArray();
  }

  private static String kebab(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
