package org.entente.kit.cli;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.entente.kit.evidence.DisclosedRecord;

/**
 * One entry of a search's answer, read leniently: what is missing is left blank. Personal fields
 * are shown where their disclosures prove them.
 */
record RecordLine(Object entry) {

  static final String ERASED = "(erased)";

  RecordLine {
    if (entry instanceof Map<?, ?> members) {
      Map<Object, Object> whole = new HashMap<>(members);
      whole.put("record", DisclosedRecord.in(members));
      entry = whole;
    }
  }

  /** The client that acted, as far as anybody still knows. */
  String actor() {
    String uid = text("record", "actor", "user", "uid");
    return uid.isEmpty() && !text("record", "actor", "user", "_sd").isEmpty() ? ERASED : uid;
  }

  /** The value at this path of member names as text, or an empty text. */
  String text(String... path) {
    Object value = entry;
    for (String name : path) {
      if (!(value instanceof Map<?, ?> members) || !members.containsKey(name)) {
        return "";
      }
      value = members.get(name);
    }
    return String.valueOf(value);
  }

  /** When it happened, in UTC. */
  String time() {
    String millis = text("record", "time");
    return millis.matches("[0-9]{1,15}")
        ? Instant.ofEpochMilli(Long.parseLong(millis)).toString()
        : "";
  }
}
