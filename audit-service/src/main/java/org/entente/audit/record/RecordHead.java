package org.entente.audit.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.UUID;

/** How every record made here begins. */
final class RecordHead {

  private RecordHead() {}

  static void write(JsonGenerator json, UUID uid, UUID correlation) throws IOException {
    json.writeObjectFieldStart("metadata");
    json.writeStringField("version", "1.8.0");
    json.writeStringField("uid", uid.toString());
    json.writeObjectFieldStart("product");
    json.writeStringField("name", RecordWriter.PRODUCT);
    json.writeStringField("vendor_name", "Entente");
    json.writeEndObject();
    json.writeArrayFieldStart("profiles");
    json.writeString("security_control");
    json.writeEndArray();
    json.writeStringField("correlation_uid", correlation.toString());
    json.writeEndObject();
  }

  static void classify(JsonGenerator json, RecordClass kind, int activity, long timeMs)
      throws IOException {
    json.writeNumberField("category_uid", kind.category());
    json.writeNumberField("class_uid", kind.uid());
    json.writeNumberField("activity_id", activity);
    json.writeNumberField("type_uid", kind.typeUid(activity));
    json.writeNumberField("severity_id", 1);
    json.writeNumberField("time", timeMs);
  }
}
