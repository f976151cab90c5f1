package org.entente.stix.pattern;

import static org.entente.stix.pattern.PatternRule.PATTERN_BINARY;
import static org.entente.stix.pattern.PatternRule.PATTERN_FLOAT;
import static org.entente.stix.pattern.PatternRule.PATTERN_HEX;
import static org.entente.stix.pattern.PatternRule.PATTERN_INTEGER;
import static org.entente.stix.pattern.PatternRule.PATTERN_TIMESTAMP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.entente.stix.pattern.Condition.Comparison;
import org.entente.stix.pattern.Observation.Single;
import org.entente.stix.pattern.PatternRejected.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// STIX 2.1, section 9.2.
class ConstantsTest {

  private static final String LARGEST = "9007199254740991";

  @Test
  void s9_2_each_kind_of_constant_is_read() {
    assertEquals(new Constant.Text("a"), constant("file:name = 'a'"));
    assertEquals(new Constant.Whole("-5"), constant("file:size = -5"));
    assertEquals(new Constant.Fraction("-1.50"), constant("file:size = -1.50"));
    assertEquals(new Constant.Truth(true), constant("process:is_hidden = true"));
    assertEquals(new Constant.Truth(false), constant("process:is_hidden = false"));
    assertEquals(new Constant.Hex("ffc3"), constant("file:magic_number_hex = h'ffc3'"));
    assertEquals(new Constant.Binary("ABI="), constant("artifact:payload_bin = b'ABI='"));
    var time = new Constant.Timestamp("2014-01-13T07:03:17Z");
    assertEquals(time, constant("file:mtime = t'2014-01-13T07:03:17Z'"));
  }

  @Test
  void s9_2_a_string_escapes_apostrophe_and_backslash_only() {
    assertEquals(new Constant.Text("it's C:\\a"), constant("file:name = 'it\\'s C:\\\\a'"));
    Verdict.rejected("[file:name = 'a\\n']", Code.PATTERN_STRING);
    Verdict.rejected("[file:name = 'a\\", Code.PATTERN_STRING);
    Verdict.rejected("[file:name = 'a]", Code.PATTERN_STRING);
    Verdict.rejected("[file:name = 'a\\']", Code.PATTERN_STRING);
    Verdict.rejected("[file:name = 'it's']", Code.PATTERN_STRING);
    Verdict.rejected("[file:name = \"a\"]");
  }

  @Test
  void s9_2_a_string_holds_any_code_point_but_no_half_of_one() {
    assertEquals(new Constant.Text("한국 😀\n"), constant("file:name = '한국 😀\n'"));
    Verdict.rejected("[file:name = 'a\ud83d']", Code.PATTERN_CHARACTER);
    Verdict.rejected("[file:name = '\ude00']", Code.PATTERN_CHARACTER);
    Verdict.rejected("[file:name = 'a'] \ud83d", Code.PATTERN_CHARACTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "-1", LARGEST, "-" + LARGEST})
  void s9_2_integers_of_54_bits(String digits) {
    Verdict.clean("[file:size = " + digits + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9007199254740992", "-9007199254740992", "99999999999999999999999999999999"})
  void s9_2_larger_integers_are_invalid(String digits) {
    Verdict.broken("[file:size > " + digits + "]", PATTERN_INTEGER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1", "01", "-01", "1e5", "1.5e3", "1.", "0x1F", "1_000", "5AND", "1-2"})
  void s9_2_numbers_in_another_fashion_are_refused(String number) {
    Verdict.rejected("[file:size = " + number + "]", Code.PATTERN_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {".5", "-", "--1", "- 1", "NaN", "Infinity", "True", "FALSE", "null"})
  void s9_2_what_is_no_constant_is_refused(String text) {
    Verdict.rejected("[file:size = " + text + "]");
  }

  @Test
  void s9_2_a_float_fits_a_double() {
    Verdict.clean("[file:size > 123.456]");
    Verdict.broken("[file:size > 1" + "0".repeat(400) + ".0]", PATTERN_FLOAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "ffc3", "0123456789abcdef"})
  void s9_2_hex_is_pairs_of_lower_case_digits(String digits) {
    Verdict.clean("[file:magic_number_hex = h'" + digits + "']");
  }

  @ParameterizedTest
  @ValueSource(strings = {"f", "FF", "0g", "0 0", "0x00", "ｆｆ"})
  void s9_2_other_hex_is_invalid(String digits) {
    Verdict.broken("[file:magic_number_hex = h'" + digits + "']", PATTERN_HEX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AA==", "ABI=", "dGhpcyBpcyBhIHRlc3Q=", "dGhpcyBp\ncyBhIHRl\r\nc3Q="})
  void s9_2_binary_is_base64_whose_line_feeds_are_ignored(String base64) {
    Verdict.clean("[artifact:payload_bin = b'" + base64 + "']");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "AA", "AAA", "AB==", "AA== ", "A-_=", "=AAA", "A\rAA="})
  void s9_2_other_binary_is_invalid(String base64) {
    Verdict.broken("[artifact:payload_bin = b'" + base64 + "']", PATTERN_BINARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2014-01-13T07:03:17Z",
        "2016-02-29T00:00:00.123456789123Z",
        "2000-02-29T23:59:59.0Z",
        "2016-12-31T23:59:60Z"
      })
  void s9_2_a_timestamp_is_one_of_section_2_16(String time) {
    Verdict.clean("[file:mtime = t'" + time + "']");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2014-02-30T00:00:00Z",
        "2015-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2016-04-31T00:00:00Z",
        "2016-13-01T00:00:00Z",
        "2016-01-01T24:00:00Z",
        "2016-01-01T12:59:60Z",
        "2016-01-01T00:00:00+00:00",
        "2016-01-01T00:00:00.Z",
        "2016-01-01t00:00:00z",
        "2016-01-01 00:00:00Z",
        "2016-01-01T00:00:00Z\n",
        "2016-01-01T00:00Z",
        "2016-01-01",
        "\u0662016-01-01T00:00:00Z",
        ""
      })
  void s9_2_other_timestamps_are_invalid(String time) {
    Verdict.broken("[file:mtime = t'" + time + "']", PATTERN_TIMESTAMP);
  }

  private static Constant constant(String comparison) {
    var expression = Verdict.accepted("[" + comparison + "]").expression();
    return ((Comparison) ((Single) expression).condition()).constants().getFirst();
  }
}
