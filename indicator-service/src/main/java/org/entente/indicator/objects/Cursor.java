package org.entente.indicator.objects;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `next` of a page: where to go on, and the filter it belongs to. Opaque to clients, but no
/// secret: what it leads to is read with the caller's own rights, like everything else.
///
/// @param addedAfter the filter of the first page, in microseconds since 1970
/// @param position date_added of the last object handed over
record Cursor(UUID collection, OptionalLong addedAfter, long position) {
  private static final int LONGEST = 128;
  private static final Pattern FORM =
      Pattern.compile("1:([0-9a-f-]{36}):(-?\\d{1,18})?:(-?\\d{1,18})");

  /// Reads a `next`; empty when this service did not write it.
  static Optional<Cursor> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getUrlDecoder().decode(text);
      Matcher matcher = FORM.matcher(new String(decoded, StandardCharsets.ISO_8859_1));
      if (!matcher.matches()) {
        return Optional.empty();
      }
      String filter = matcher.group(2);
      OptionalLong addedAfter =
          filter == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(filter));
      UUID collection = UUID.fromString(matcher.group(1));
      return Optional.of(new Cursor(collection, addedAfter, Long.parseLong(matcher.group(3))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Writes it as a `next`.
  String text() {
    String filter = addedAfter.isPresent() ? Long.toString(addedAfter.getAsLong()) : "";
    String plain = "1:" + collection + ":" + filter + ":" + position;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.ISO_8859_1));
  }
}
