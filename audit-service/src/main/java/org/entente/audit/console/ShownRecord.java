package org.entente.audit.console;

import java.time.Instant;
import java.util.List;
import org.entente.audit.search.Hit;

/**
 * An entry as its page shows it.
 *
 * @param hit what people read first
 * @param leaf its leaf hash as stored, base64url
 * @param sequenced when the log took it
 * @param fields of the record, in its order
 * @param stored the bytes as text, in which what is no UTF-8 shows as such
 */
record ShownRecord(Hit hit, String leaf, Instant sequenced, List<Field> fields, String stored) {

  ShownRecord {
    fields = List.copyOf(fields);
  }

  /**
   * One value of the record.
   *
   * @param path names from the top, with dots between
   * @param meaning what OCSF calls a numbered value, or a time that people read; else empty
   * @param disclosure with which it stands beside the leaf, and only its digest in it; else empty
   */
  public record Field(String path, String value, String meaning, String disclosure) {

    public boolean disclosed() {
      return !disclosure.isEmpty();
    }
  }
}
