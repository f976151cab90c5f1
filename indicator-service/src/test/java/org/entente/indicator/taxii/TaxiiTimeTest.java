package org.entente.indicator.taxii;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxiiTimeTest {
  @Property
  void what_is_written_is_read_again(
      @ForAll @LongRange(min = 0, max = 253402300799999999L) long micros) {
    String text = TaxiiTime.format(micros);

    assertEquals(27, text.length());
    assertEquals(OptionalLong.of(micros), TaxiiTime.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,0",
    "1970-01-01T00:00:01.5Z,1500000",
    "1970-01-01T00:00:00.000001Z,1",
    "1970-01-01T00:00:00.000001999Z,1"
  })
  void any_number_of_fraction_digits_up_to_nine_is_read(String text, long micros) {
    assertEquals(OptionalLong.of(micros), TaxiiTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2026-11-01",
        "2026-11-01T00:00:00",
        "2026-11-01t00:00:00z",
        "2026-11-01T00:00:00+00:00",
        "2026-11-01T00:00:00.Z",
        "2026-11-01T00:00:00.1234567890Z",
        "2026-02-30T00:00:00Z",
        "2026-11-01T25:00:00Z",
        "2026-11-01 00:00:00Z",
        "１026-11-01T00:00:00Z"
      })
  void everything_else_is_no_timestamp(String text) {
    assertTrue(TaxiiTime.parse(text).isEmpty());
  }
}
