package org.entente.gateway.taxii;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.entente.gateway.partner.ExchangeConfig;
import org.entente.gateway.refusal.ErrorBody;

/** The two documents that are the same for everybody. */
record ServerDescription(String title, ExchangeConfig config) {

  private static final JsonFactory JSON = new JsonFactory();

  /** The discovery resource, with the API root as an absolute URL: relative ones broke clients. */
  String discovery() {
    var text = new StringWriter();
    try (var out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("title", title);
      out.writeStringField("default", config.apiRoot());
      out.writeArrayFieldStart("api_roots");
      out.writeString(config.apiRoot());
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return text.toString();
  }

  /** The API root resource. */
  String apiRoot() {
    var text = new StringWriter();
    try (var out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("title", title);
      out.writeArrayFieldStart("versions");
      out.writeString(ErrorBody.TAXII);
      out.writeEndArray();
      out.writeNumberField("max_content_length", config.maxContentLength());
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return text.toString();
  }
}
