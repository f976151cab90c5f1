package org.entente.indicator.paging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// What a `next` says: until when it is good, behind which row the next page starts, and the
/// filters it goes on with.
///
/// @param last date_added of the last row seen, microseconds since 1970
record Cursor(Instant expires, long last, Filters filters) {
  byte[] bytes() {
    String text = expires.getEpochSecond() + "\n" + last + "\n" + filters.text();
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Reads such bytes; only when they are known to be ours.
  static Cursor of(byte[] bytes) {
    String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 3);
    return new Cursor(
        Instant.ofEpochSecond(Long.parseLong(parts[0])),
        Long.parseLong(parts[1]),
        Filters.ofText(parts[2]));
  }
}
