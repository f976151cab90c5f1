package org.entente.stix.pattern;

import static org.entente.stix.pattern.PatternRule.PATTERN_HASH_NAME;
import static org.entente.stix.pattern.PatternRule.PATTERN_HASH_VALUE;
import static org.entente.stix.pattern.PatternRule.PATTERN_PROPERTY_NAME;
import static org.entente.stix.pattern.PatternRule.PATTERN_PROPERTY_UNKNOWN;
import static org.entente.stix.pattern.PatternRule.PATTERN_TYPE_NAME;
import static org.entente.stix.pattern.PatternRule.PATTERN_TYPE_UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.entente.stix.pattern.Condition.Exists;
import org.entente.stix.pattern.ObjectPath.Step.AnyItem;
import org.entente.stix.pattern.ObjectPath.Step.Item;
import org.entente.stix.pattern.ObjectPath.Step.Property;
import org.entente.stix.pattern.Observation.Single;
import org.entente.stix.pattern.PatternRejected.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// STIX 2.1, section 9.7, with the names of sections 2.3, 2.7 and 3.1.
class PathsTest {

  @Test
  void s9_7_a_path_is_a_type_and_steps() {
    var path = path("file:extensions.'windows-pebinary-ext'.sections[*].entropy");
    assertEquals("file", path.type());
    assertEquals(
        List.of(
            new Property("extensions"),
            new Property("windows-pebinary-ext"),
            new Property("sections"),
            new AnyItem(),
            new Property("entropy")),
        path.steps());
  }

  @Test
  void s9_7_2_list_items_are_taken_by_number_or_all() {
    assertEquals(
        List.of(new Property("protocols"), new Item("0")),
        path("network-traffic:protocols[0]").steps());
    assertEquals(
        List.of(new Property("contains_refs"), new AnyItem(), new Property("name")),
        path("directory:contains_refs[*].name").steps());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:size[-1]",
        "file:size[a]",
        "file:size['0']",
        "file:size[]",
        "file:size[0][1]",
        "file:[0]",
        "file:size[1.5]",
        "file",
        "file:",
        ":size",
        "file:.size",
        "file:size.",
        "file:size..a",
        "file:size:name",
        "file.size",
        "'file':size",
        "files/size"
      })
  void s9_7_other_paths_are_refused(String path) {
    Verdict.rejected("[" + path + " = 1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:a-b", "file:hashes.SHA-256", "file:extensions.ntfs-ext.sid"})
  void s9_7_a_name_with_a_hyphen_is_quoted(String path) {
    Verdict.rejected("[" + path + " = 'a']", Code.PATTERN_QUOTING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file :size",
        "file: size",
        "file:hashes .MD5",
        "file:hashes. MD5",
        "file:size [0]",
        "file:size[ 0]",
        "file:size[0 ]"
      })
  void s9_7_a_path_holds_no_white_space(String path) {
    Verdict.rejected("[" + path + " = 1]", Code.PATTERN_SPACE);
  }

  @Test
  void s9_7_3_keys_may_be_keywords_and_hold_full_stops() {
    assertEquals(
        List.of(new Property("environment_variables"), new Property("IN")),
        path("process:environment_variables.IN").steps());
    assertEquals(
        List.of(new Property("environment_variables"), new Property("a.b")),
        path("process:environment_variables.'a.b'").steps());
  }

  @ParameterizedTest
  @ValueSource(strings = {"File", "ab", "file-", "x--y", "x_y", "FILE", "x-File"})
  void s3_1_a_type_name_is_lower_case_with_single_hyphens(String type) {
    Verdict.broken("[" + type + ":name = 'a']", PATTERN_TYPE_NAME, PATTERN_TYPE_UNKNOWN);
  }

  @Test
  void s3_1_a_type_name_has_at_most_250_characters() {
    Verdict.broken("[" + "a".repeat(250) + ":name = 'a']", PATTERN_TYPE_UNKNOWN);
    Verdict.broken("[" + "a".repeat(251) + ":name = 'a']", PATTERN_TYPE_NAME, PATTERN_TYPE_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Name", "_name", "'na-me'", "'na.me'", "'ä'", "''", "NOT"})
  void s3_1_a_property_name_is_lower_case(String property) {
    Verdict.broken("[x-thing:" + property + " = 'a']", PATTERN_TYPE_UNKNOWN, PATTERN_PROPERTY_NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a b'", "'ä'", "''", "'it\\'s'"})
  void s2_3_a_key_holds_letters_digits_hyphens_and_underscores(String key) {
    Verdict.broken("[file:extensions." + key + " = 'a']", PATTERN_PROPERTY_NAME);
  }

  @Test
  void s9_7_unknown_types_and_properties_are_remarked_upon() {
    Verdict.broken("[x-usb-device:usbdrive.serial_number = '57']", PATTERN_TYPE_UNKNOWN);
    Verdict.broken("[file:created = t'2014-01-13T07:03:17Z']", PATTERN_PROPERTY_UNKNOWN);
    Verdict.broken("[indicator:name = 'a']", PATTERN_TYPE_UNKNOWN);
    Verdict.clean("[cryptocurrency-wallet:value != '0x51E9d833Ecae4E8D9D8Be17300AEE6D3398C135D']");
  }

  @ParameterizedTest
  @CsvSource({
    "MD5,32",
    "'''SHA-1''',40",
    "'''SHA-256''',64",
    "'''SHA-512''',128",
    "'''SHA3-256''',64",
    "'''SHA3-512''',128"
  })
  void s2_7_a_hash_has_the_length_of_its_algorithm(String algorithm, int digits) {
    Verdict.clean("[file:hashes." + algorithm + " = '" + "a".repeat(digits) + "']");
    Verdict.broken(
        "[file:hashes." + algorithm + " = '" + "a".repeat(digits - 1) + "']", PATTERN_HASH_VALUE);
    Verdict.broken(
        "[file:hashes." + algorithm + " != '" + "g".repeat(digits) + "']", PATTERN_HASH_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"SHA256,64", "'''sha-256''',64", "md5,32", "SHA1,40", "Sha_512,128", "CRC32,8"})
  void s10_7_other_names_of_algorithms_are_remarked_upon(String algorithm, int digits) {
    Verdict.broken(
        "[file:hashes." + algorithm + " = '" + "a".repeat(digits) + "']", PATTERN_HASH_NAME);
  }

  private static ObjectPath path(String path) {
    var expression = Verdict.clean("[EXISTS " + path + "]").expression();
    return ((Exists) ((Single) expression).condition()).path();
  }
}
