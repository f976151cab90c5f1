package org.entente.audit.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.UUID;

/**
 * Many refusals that are one record; of many requests nothing is said but what they have in common.
 *
 * @param first the request of the first one, which has a record of its own
 * @param answer what each got
 * @param count how many there were, the first one included
 * @param startMs when the first came, milliseconds since the epoch
 * @param endMs when the counting ended
 */
public record CountedRefusals(
    UUID first, String operation, Answer answer, long count, long startMs, long endMs) {

  private static final int OTHER = 99;

  /** What stands before the outcome. */
  void classify(JsonGenerator json, UUID uid) throws IOException {
    RecordHead.write(json, uid, first);
    RecordHead.classify(json, RecordClass.API_ACTIVITY, OTHER, endMs);
    json.writeNumberField("count", count);
    json.writeNumberField("start_time", startMs);
    json.writeNumberField("end_time", endMs);
  }

  /** What stands after the actor. */
  void describe(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("src_endpoint");
    json.writeStringField("ip", Actor.UNKNOWN);
    json.writeEndObject();
    json.writeObjectFieldStart("api");
    json.writeStringField("operation", operation);
    status(json, "response");
    json.writeEndObject();
    status(json, "http_response");
    json.writeObjectFieldStart("exchange");
    json.writeEndObject();
  }

  private void status(JsonGenerator json, String name) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("code", answer.status());
    json.writeEndObject();
  }
}
