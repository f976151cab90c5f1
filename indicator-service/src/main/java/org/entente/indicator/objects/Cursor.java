package org.entente.indicator.objects;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a page ended, as the opaque `next` of an envelope. It carries its filter, so that a client
/// may leave it out. It grants nothing: the next page is read with the caller's own rights, and a
/// made-up position shows no more than `added_after` would.
///
/// @param addedAfter the filter of the first page, microseconds since 1970
/// @param last date_added of the last object seen
record Cursor(UUID collection, OptionalLong addedAfter, long last) {
  private static final int LONGEST = 200;
  private static final Pattern FORM =
      Pattern.compile("1:([0-9a-f-]{36}):(\\d{1,17}|-):(\\d{1,17})");

  /// The opaque text: URL-safe.
  String encode() {
    String filter = addedAfter.isPresent() ? Long.toString(addedAfter.getAsLong()) : "-";
    String plain = "1:" + collection + ":" + filter + ":" + last;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  /// Reads such a text; empty when it is none of ours.
  static Optional<Cursor> decode(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] plain = Base64.getUrlDecoder().decode(text);
      Matcher matcher = FORM.matcher(new String(plain, StandardCharsets.US_ASCII));
      return matcher.matches() ? Optional.of(cursor(matcher)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Cursor cursor(Matcher matcher) {
    String filter = matcher.group(2);
    return new Cursor(
        UUID.fromString(matcher.group(1)),
        filter.equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(filter)),
        Long.parseLong(matcher.group(3)));
  }
}
