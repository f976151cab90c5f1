package org.entente.audit.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/** Writes the records of what becomes of one log. Thread-safe. */
public final class LogEventWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private final String logName;

  /**
   * @param logName its origin
   */
  public LogEventWriter(String logName) {
    this.logName = logName;
  }

  /**
   * One record, which names no person and so has no disclosures.
   *
   * @param uid its idempotency key
   * @param timeMs milliseconds since the epoch
   * @param exchange numbers and texts, as the contract names them
   */
  public byte[] write(
      UUID uid, long timeMs, LogEvent event, SequencedMap<String, Object> exchange) {
    var out = new ByteArrayOutputStream(512);
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      RecordHead.write(json, uid, uid);
      RecordHead.classify(json, RecordClass.EVENT_LOG_ACTIVITY, event.activity(), timeMs);
      json.writeStringField("activity_name", event.activityName());
      json.writeNumberField("status_id", Outcome.ALLOWED.statusId());
      json.writeStringField("status_code", "200");
      json.writeNumberField("action_id", Outcome.ALLOWED.actionId());
      json.writeNumberField("disposition_id", Outcome.ALLOWED.dispositionId());
      itself(json, event);
      exchange(json, exchange);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  private void itself(JsonGenerator json, LogEvent event) throws IOException {
    json.writeObjectFieldStart("actor");
    json.writeObjectFieldStart("user");
    json.writeStringField("uid", RecordWriter.PRODUCT);
    json.writeObjectFieldStart("org");
    json.writeStringField("uid", Actor.UNKNOWN);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("api");
    json.writeStringField("operation", event.operation());
    json.writeEndObject();
    json.writeStringField("log_name", logName);
  }

  private static void exchange(JsonGenerator json, Map<String, Object> members) throws IOException {
    json.writeObjectFieldStart("exchange");
    for (var member : members.entrySet()) {
      if (member.getValue() instanceof Number number) {
        json.writeNumberField(member.getKey(), number.longValue());
      } else {
        json.writeStringField(member.getKey(), member.getValue().toString());
      }
    }
    json.writeEndObject();
  }
}
