package org.entente.indicator.stix;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A STIX timestamp (STIX 2.1 §2.16) of any precision: the producer's text, and a sortable form in
/// which equal instants are equal text (`2026-11-01T00:00:00.5`, no trailing zeros, no `Z`).
public record StixTime(String text, String sortable) implements Comparable<StixTime> {
  private static final int LONGEST = 64;
  private static final int MILLISECONDS = 3;
  private static final Pattern FORM =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:)(\\d{2})(?:\\.(\\d+))?Z");
  private static final Pattern LEAP = Pattern.compile("\\d{4}-(06-30|12-31)T23:59:");

  /// Reads a timestamp; empty when syntax or calendar forbid it. A leap second is accepted where
  /// one can be.
  public static Optional<StixTime> parse(String text) {
    Matcher matcher = text.length() > LONGEST ? FORM.matcher("") : FORM.matcher(text);
    if (!matcher.matches() || !exists(matcher.group(1), matcher.group(2))) {
      return Optional.empty();
    }
    String fraction = matcher.group(3) == null ? "" : matcher.group(3);
    return Optional.of(
        new StixTime(text, matcher.group(1) + matcher.group(2) + "." + withoutZeros(fraction)));
  }

  private static boolean exists(String minute, String second) {
    if (second.equals("60")) {
      return LEAP.matcher(minute).matches();
    }
    try {
      LocalDateTime.parse(minute + second);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String withoutZeros(String fraction) {
    int end = fraction.length();
    while (end > 0 && fraction.charAt(end - 1) == '0') {
      end--;
    }
    return fraction.substring(0, end);
  }

  /// Whether the text carries at least milliseconds, as `created` and `modified` must (STIX 2.1
  /// §3.2).
  public boolean hasMilliseconds() {
    int dot = text.indexOf('.');
    return dot >= 0 && text.length() - dot - 2 >= MILLISECONDS;
  }

  @Override
  public int compareTo(StixTime other) {
    return sortable.compareTo(other.sortable);
  }
}
