package org.entente.kit.cli;

import java.time.Instant;
import java.util.Map;

/** One entry of a search's answer, read leniently: what is missing is left blank. */
record RecordLine(Object entry) {

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
