package org.entente.stix.rule;

import java.util.Optional;

/// A STIX timestamp (STIX 2.1 §2.16) of any precision: the producer's text, and a sortable form in
/// which equal instants are equal text (`2026-11-01T00:00:00.5`, no trailing zeros, no `Z`).
public record StixTime(String text, String sortable) implements Comparable<StixTime> {
  private static final int SECONDS_END = 19;
  private static final int LONGEST = 64;
  private static final int MILLISECONDS = 3;
  private static final String FORM = "dddd-dd-ddTdd:dd:dd";
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /// Reads a timestamp; empty when syntax or calendar forbid it. A leap second is accepted where
  /// one can be.
  public static Optional<StixTime> parse(String text) {
    if (!isTime(text)) {
      return Optional.empty();
    }
    int end = text.length() - 1;
    while (end > SECONDS_END + 1 && text.charAt(end - 1) == '0') {
      end--;
    }
    String seconds = text.substring(0, SECONDS_END) + ".";
    String fraction = end <= SECONDS_END + 1 ? "" : text.substring(SECONDS_END + 1, end);
    return Optional.of(new StixTime(text, seconds + fraction));
  }

  /// Whether the text is a timestamp.
  static boolean isTime(String text) {
    int length = text.length();
    if (length <= SECONDS_END || length > LONGEST || text.charAt(length - 1) != 'Z') {
      return false;
    }
    for (int i = 0; i < SECONDS_END; i++) {
      char form = FORM.charAt(i);
      if (form == 'd' ? !isDigit(text.charAt(i)) : text.charAt(i) != form) {
        return false;
      }
    }
    return isFraction(text) && exists(text);
  }

  /// Whether the text is a timestamp of no more than whole seconds.
  static boolean isSecond(String text) {
    return parse(text).filter(time -> time.sortable.endsWith(".")).isPresent();
  }

  private static boolean isFraction(String text) {
    int end = text.length() - 1;
    if (end == SECONDS_END) {
      return true;
    }
    boolean good = text.charAt(SECONDS_END) == '.' && end > SECONDS_END + 1;
    for (int i = SECONDS_END + 1; good && i < end; i++) {
      good = isDigit(text.charAt(i));
    }
    return good;
  }

  private static boolean exists(String text) {
    int month = two(text, 5);
    int day = two(text, 8);
    int hour = two(text, 11);
    int minute = two(text, 14);
    int second = two(text, 17);
    boolean date =
        month >= 1
            && month <= 12
            && day >= 1
            && day <= DAYS[month - 1]
            && (month != 2 || day < 29 || isLeap(two(text, 0) * 100 + two(text, 2)));
    boolean leapSecond =
        second == 60
            && hour == 23
            && minute == 59
            && ((month == 6 && day == 30) || (month == 12 && day == 31));
    return date && hour <= 23 && minute <= 59 && (second <= 59 || leapSecond);
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static int two(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Whether the text carries at least milliseconds, as `created` and `modified` must (STIX 2.1
  /// §3.2).
  public boolean hasMilliseconds() {
    return hasMilliseconds(text);
  }

  static boolean hasMilliseconds(String time) {
    return time.length() >= SECONDS_END + 1 + MILLISECONDS + 1;
  }

  @Override
  public int compareTo(StixTime other) {
    return sortable.compareTo(other.sortable);
  }
}
