package org.entente.indicator.stix;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A STIX identifier (STIX 2.1 §2.9). Only lower case: two spellings of one UUID would otherwise be
/// two ids, and the owner of one could be bypassed through the other.
public record StixId(String type, String uuid) {
  private static final int LONGEST = 250 + 2 + 36;
  private static final Pattern FORM =
      Pattern.compile(
          "([a-z][a-z0-9-]{1,248}[a-z0-9])--"
              + "([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})");

  /// Reads an identifier; empty when it is none.
  public static Optional<StixId> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new StixId(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }
}
