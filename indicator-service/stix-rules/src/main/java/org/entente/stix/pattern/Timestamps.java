package org.entente.stix.pattern;

import java.time.YearMonth;
import java.util.regex.Pattern;

/// Timestamps of STIX (section 2.16): RFC 3339 in UTC, any number of digits behind the point.
final class Timestamps {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"
              + "T([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d++)?+Z");
  private static final int TO_SECONDS = "2016-12-31T23:59:60".length();

  private Timestamps() {}

  /// Whether the text is one, on a day that exists. A sixtieth second is there for leap seconds.
  static boolean valid(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      return false;
    }
    var month = YearMonth.of(number(match.group(1)), number(match.group(2)));
    boolean leap = match.group(5).equals("60");
    return month.isValidDay(number(match.group(3)))
        && (!leap || text.startsWith("23:59:60", TO_SECONDS - 8));
  }

  /// Orders two valid ones without losing a digit.
  static int compare(String one, String other) {
    return trimmed(one).compareTo(trimmed(other));
  }

  private static String trimmed(String text) {
    int end = text.length() - 1;
    while (end > TO_SECONDS && (text.charAt(end - 1) == '0' || text.charAt(end - 1) == '.')) {
      end--;
    }
    return text.substring(0, end);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
