package org.entente.audit.console;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * An entry as its page shows it.
 *
 * @param leaf its leaf hash as stored, base64url
 * @param at when it was sequenced
 * @param fields of the record, in its order
 * @param stored the bytes as text, in which what is no UTF-8 shows as such
 * @param intact whether the bytes still fit the leaf hash; if not, what they say means nothing
 */
record ShownRecord(
    long index, String leaf, Instant at, List<Field> fields, String stored, boolean intact) {

  ShownRecord {
    fields = List.copyOf(fields);
  }

  /**
   * One value of the record.
   *
   * @param path names from the top, with dots between
   * @param disclosed whether it stands beside the leaf and only its digest in it
   */
  public record Field(String path, String value, boolean disclosed) {}

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
