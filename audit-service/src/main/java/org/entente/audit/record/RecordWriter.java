package org.entente.audit.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Writes the records of what others do at this service, in the order of the contract, ready to be
 * appended. Thread-safe.
 */
public final class RecordWriter {

  /** The product name of records made here. */
  public static final String PRODUCT = "audit-service";

  private static final JsonFactory JSON = new JsonFactory();
  private static final int CREATE = 1;
  private static final int READ = 2;
  private static final int UPDATE = 3;
  private static final int OTHER = 99;
  private static final int EXPORT = 3;
  private static final int QUERY = 4;
  private static final int MAX_URL = 2_000;
  private static final int MAX_TOKEN = 500;

  private final SecureRandom random;
  private final String logName;

  /**
   * @param random for the salts of personal fields
   * @param logName the log's origin
   */
  public RecordWriter(SecureRandom random, String logName) {
    this.random = random;
    this.logName = logName;
  }

  /**
   * One record with its disclosures.
   *
   * @param uid its idempotency key
   * @param timeMs milliseconds since the epoch
   */
  public byte[] write(UUID uid, long timeMs, Actor actor, Call call, Answer answer) {
    var out = new ByteArrayOutputStream(1024);
    var concealed = new Concealed(random);
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      RecordHead.write(json, uid, call.request());
      classification(json, call, timeMs);
      outcome(json, answer);
      actor(json, concealed, actor);
      request(json, concealed, call, answer);
      http(json, call, answer);
      lookedInto(json, concealed, call);
      resources(json, answer);
      exchange(json, concealed, call, answer);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    concealed.appendTo(out);
    return out.toByteArray();
  }

  /**
   * One record of many refusals, with its disclosures.
   *
   * @param uid its idempotency key
   * @param actor what they have in common of whoever asked
   */
  public byte[] write(UUID uid, Actor actor, CountedRefusals counted) {
    var out = new ByteArrayOutputStream(512);
    var concealed = new Concealed(random);
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      counted.classify(json, uid);
      outcome(json, counted.answer());
      actor(json, concealed, actor);
      counted.describe(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    concealed.appendTo(out);
    return out.toByteArray();
  }

  private static void classification(JsonGenerator json, Call call, long timeMs)
      throws IOException {
    var activity =
        switch (call.kind()) {
          case EVENT_LOG_ACTIVITY -> EXPORT;
          case DATASTORE_ACTIVITY -> QUERY;
          case API_ACTIVITY -> use(call);
        };
    RecordHead.classify(json, call.kind(), activity, timeMs);
  }

  private static int use(Call call) {
    return switch (call.method()) {
      case "POST" -> call.changes() ? UPDATE : CREATE;
      case "GET", "HEAD" -> READ;
      default -> OTHER;
    };
  }

  private static void outcome(JsonGenerator json, Answer answer) throws IOException {
    var outcome = answer.outcome();
    json.writeNumberField("status_id", outcome.statusId());
    json.writeStringField("status_code", Integer.toString(answer.status()));
    writeUnlessEmpty(json, "status_detail", answer.code());
    json.writeNumberField("action_id", outcome.actionId());
    json.writeNumberField("disposition_id", outcome.dispositionId());
  }

  private static void actor(JsonGenerator json, Concealed concealed, Actor actor)
      throws IOException {
    json.writeObjectFieldStart("actor");
    json.writeObjectFieldStart("user");
    concealed.write(json, "uid", actor.client());
    json.writeObjectFieldStart("org");
    json.writeStringField("uid", actor.party());
    json.writeEndObject();
    json.writeEndObject();
    if (!actor.issuer().isEmpty()) {
      json.writeObjectFieldStart("session");
      if (!actor.token().isEmpty()) {
        concealed.write(json, "uid", shortened(actor.token(), MAX_TOKEN));
      }
      json.writeStringField("issuer", actor.issuer());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void request(JsonGenerator json, Concealed concealed, Call call, Answer answer)
      throws IOException {
    json.writeObjectFieldStart("src_endpoint");
    concealed.write(json, "ip", call.endpoint().ip());
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
  }

  private static void http(JsonGenerator json, Call call, Answer answer) throws IOException {
    json.writeObjectFieldStart("http_request");
    json.writeStringField("http_method", call.method());
    json.writeObjectFieldStart("url");
    json.writeStringField("path", shortened(call.path(), MAX_URL));
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("http_response");
    json.writeNumberField("code", answer.status());
    json.writeNumberField("body_length", answer.body().length());
    json.writeEndObject();
  }

  /** What an auditor asks names persons: whom it searches for is itself disclosed, not told. */
  private void lookedInto(JsonGenerator json, Concealed concealed, Call call) throws IOException {
    switch (call.kind()) {
      case API_ACTIVITY -> {}
      case DATASTORE_ACTIVITY -> {
        json.writeObjectFieldStart("database");
        json.writeStringField("name", "log");
        json.writeNumberField("type_id", OTHER);
        json.writeEndObject();
      }
      case EVENT_LOG_ACTIVITY -> json.writeStringField("log_name", logName);
    }
    if (!call.query().isEmpty()) {
      json.writeObjectFieldStart("query_info");
      concealed.write(json, "query_string", shortened(call.query(), MAX_URL));
      json.writeEndObject();
    }
  }

  private static void resources(JsonGenerator json, Answer answer) throws IOException {
    if (answer.act().isPresent()) {
      json.writeArrayFieldStart("resources");
      json.writeStartObject();
      json.writeStringField("uid", answer.act().get().uid());
      json.writeStringField("type", answer.act().get().type());
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  private static void exchange(JsonGenerator json, Concealed concealed, Call call, Answer answer)
      throws IOException {
    json.writeObjectFieldStart("exchange");
    if (!answer.body().sha256().isEmpty()) {
      json.writeStringField("body_sha256", answer.body().sha256());
      json.writeNumberField("body_size", answer.body().length());
    }
    if (answer.act().isPresent()) {
      json.writeNumberField("size", answer.act().get().size());
      writeUnlessEmpty(json, "sha256", answer.act().get().sha256());
    }
    if (call.counted().isPresent()) {
      concealed.write(json, "client_seq", Long.toString(call.counted().get().number()));
      json.writeStringField("client_seq_sha256", call.counted().get().sha256());
    }
    if (answer.revocationList().isPresent()) {
      json.writeStringField("revocation_lists", answer.revocationList().get());
    }
    json.writeEndObject();
  }

  private static void writeUnlessEmpty(JsonGenerator json, String name, String value)
      throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
