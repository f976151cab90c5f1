package org.entente.gateway.refusal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * The two forms of an error: TAXII's error message on TAXII paths, a problem of RFC 9457 elsewhere.
 *
 * @param code stable
 * @param title the same for every occurrence of the code
 * @param detail about this occurrence
 * @param request the id to quote when asking about it
 */
public record ErrorBody(int status, String code, String title, String detail, String request) {

  /** Media type of TAXII's form, byte for byte as clients compare it. */
  public static final String TAXII = "application/taxii+json;version=2.1";

  /** Media type of RFC 9457's form. */
  public static final String PROBLEM = "application/problem+json";

  private static final JsonFactory JSON = new JsonFactory();

  /** The media type for errors at this path. */
  public static String mediaType(String path) {
    return path.equals("/taxii2") || path.startsWith("/taxii2/") ? TAXII : PROBLEM;
  }

  /** The body in the form that fits the path. */
  public String at(String path) {
    return mediaType(path).equals(TAXII) ? taxii() : problem();
  }

  private String taxii() {
    return object(out -> {
      out.writeStringField("title", title);
      out.writeStringField("description", detail);
      out.writeStringField("error_id", request);
      out.writeStringField("error_code", code);
      out.writeStringField("http_status", Integer.toString(status));
    });
  }

  private String problem() {
    return object(out -> {
      out.writeStringField("type", "urn:entente:error:" + code);
      out.writeStringField("title", title);
      out.writeNumberField("status", status);
      out.writeStringField("detail", detail);
      out.writeStringField("instance", "urn:uuid:" + request);
      out.writeStringField("code", code);
    });
  }

  private interface Members {
    void write(JsonGenerator out) throws IOException;
  }

  private static String object(Members members) {
    var text = new StringWriter();
    try (var out = JSON.createGenerator(text)) {
      out.writeStartObject();
      members.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return text.toString();
  }
}
