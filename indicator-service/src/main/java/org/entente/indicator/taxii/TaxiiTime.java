package org.entente.indicator.taxii;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// TAXII timestamps (TAXII 2.1 §2): UTC, written with exactly six fraction digits, kept as
/// microseconds since 1970.
public final class TaxiiTime {
  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
  private static final long MICROS = 1_000_000;

  private TaxiiTime() {}

  /// Writes microseconds since 1970.
  public static String format(long micros) {
    long second = Math.floorDiv(micros, MICROS);
    int nanos = (int) Math.floorMod(micros, MICROS) * 1_000;
    return WRITTEN.format(LocalDateTime.ofEpochSecond(second, nanos, ZoneOffset.UTC));
  }

  /// Reads a timestamp with 0 to 9 fraction digits and `Z`; digits below a microsecond are cut off.
  ///
  /// @return empty when it is none: an offset, a lower case letter, a day the calendar lacks
  public static OptionalLong parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(micros(Instant.parse(text)));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  /// Microseconds since 1970 of an instant, cut off below.
  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
  }

  /// The instant of microseconds since 1970.
  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
