package org.entente.audit.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Writes the records of this service's own accesses, in the order of the contract. Thread-safe. */
public final class RecordWriter {

  /** The product name of records made here. */
  public static final String PRODUCT = "audit-service";

  private static final JsonFactory JSON = new JsonFactory();
  private static final int CREATE = 1;
  private static final int READ = 2;
  private static final int OTHER = 99;
  private static final int MAX_URL = 2_000;

  private RecordWriter() {}

  /**
   * One record, ready to be appended.
   *
   * @param uid its idempotency key
   * @param timeMs milliseconds since the epoch
   */
  public static byte[] write(UUID uid, long timeMs, Actor actor, Call call, Answer answer) {
    var out = new ByteArrayOutputStream(1024);
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      metadata(json, uid, call);
      classification(json, call, timeMs);
      outcome(json, answer);
      actor(json, actor);
      request(json, call, answer);
      unmapped(json, call, answer);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  private static void metadata(JsonGenerator json, UUID uid, Call call) throws IOException {
    json.writeObjectFieldStart("metadata");
    json.writeStringField("version", "1.8.0");
    json.writeStringField("uid", uid.toString());
    json.writeObjectFieldStart("product");
    json.writeStringField("name", PRODUCT);
    json.writeStringField("vendor_name", "Entente");
    json.writeEndObject();
    json.writeArrayFieldStart("profiles");
    json.writeString("security_control");
    json.writeEndArray();
    json.writeStringField("correlation_uid", call.request().toString());
    json.writeEndObject();
  }

  private static void classification(JsonGenerator json, Call call, long timeMs)
      throws IOException {
    var activity =
        switch (call.method()) {
          case "POST" -> CREATE;
          case "GET", "HEAD" -> READ;
          default -> OTHER;
        };
    json.writeNumberField("category_uid", 6);
    json.writeNumberField("class_uid", 6003);
    json.writeNumberField("activity_id", activity);
    json.writeNumberField("type_uid", 600300 + activity);
    json.writeNumberField("severity_id", 1);
    json.writeNumberField("time", timeMs);
  }

  private static void outcome(JsonGenerator json, Answer answer) throws IOException {
    var outcome = answer.outcome();
    json.writeNumberField("status_id", outcome.statusId());
    json.writeStringField("status_code", Integer.toString(answer.status()));
    writeUnlessEmpty(json, "status_detail", answer.code());
    json.writeNumberField("action_id", outcome.actionId());
    json.writeNumberField("disposition_id", outcome.dispositionId());
  }

  private static void actor(JsonGenerator json, Actor actor) throws IOException {
    json.writeObjectFieldStart("actor");
    json.writeObjectFieldStart("user");
    json.writeStringField("uid", actor.client());
    json.writeObjectFieldStart("org");
    json.writeStringField("uid", actor.party());
    json.writeEndObject();
    json.writeEndObject();
    if (!actor.issuer().isEmpty()) {
      json.writeObjectFieldStart("session");
      writeUnlessEmpty(json, "uid", actor.token());
      json.writeStringField("issuer", actor.issuer());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void request(JsonGenerator json, Call call, Answer answer) throws IOException {
    json.writeObjectFieldStart("src_endpoint");
    json.writeStringField("ip", call.endpoint().ip());
    json.writeStringField("uid", call.endpoint().tlsLeaf());
    json.writeEndObject();
    json.writeObjectFieldStart("api");
    json.writeStringField("operation", call.operation());
    json.writeObjectFieldStart("request");
    json.writeStringField("uid", call.request().toString());
    json.writeEndObject();
    json.writeObjectFieldStart("response");
    json.writeNumberField("code", answer.status());
    json.writeEndObject();
    json.writeEndObject();
    http(json, call, answer);
  }

  private static void http(JsonGenerator json, Call call, Answer answer) throws IOException {
    json.writeObjectFieldStart("http_request");
    json.writeStringField("http_method", call.method());
    json.writeObjectFieldStart("url");
    json.writeStringField("path", shortened(call.path()));
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("http_response");
    json.writeNumberField("code", answer.status());
    json.writeNumberField("body_length", answer.bodyLength());
    json.writeEndObject();
  }

  private static void unmapped(JsonGenerator json, Call call, Answer answer) throws IOException {
    if (answer.bodySha256().isEmpty() && call.query().isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("unmapped");
    if (!answer.bodySha256().isEmpty()) {
      json.writeStringField("body_sha256", answer.bodySha256());
      json.writeNumberField("body_size", answer.bodyLength());
    }
    writeUnlessEmpty(json, "query", shortened(call.query()));
    json.writeEndObject();
  }

  private static void writeUnlessEmpty(JsonGenerator json, String name, String value)
      throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private static String shortened(String text) {
    return text.length() <= MAX_URL ? text : text.substring(0, MAX_URL);
  }
}
