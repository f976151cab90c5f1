package org.entente.stix.pattern;

import static org.entente.stix.pattern.PatternRule.PATTERN_CONSTANT_TYPE;
import static org.entente.stix.pattern.PatternRule.PATTERN_IN_TYPES;
import static org.entente.stix.pattern.PatternRule.PATTERN_NOT_NFC;
import static org.entente.stix.pattern.PatternRule.PATTERN_SET_PATH;
import static org.entente.stix.pattern.PatternRule.PATTERN_SET_VALUE;
import static org.entente.stix.pattern.PatternRule.PATTERN_VALUE;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// STIX 2.1, section 9.6.
class ComparisonsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:name = 'a'",
        "file:name != 'a'",
        "file:size > 256",
        "file:size < 1024",
        "file:size <= 25145",
        "file:size >= 33312",
        "file:name > 'a'",
        "file:mtime >= t'2016-01-01T00:00:00Z'",
        "process:command_line IN ('proccy')",
        "process:pid IN (1, 2, 3)",
        "process:is_hidden IN (true, false)",
        "directory:path LIKE 'C:\\\\Windows\\\\%\\\\foo'",
        "directory:path MATCHES '^C:\\\\\\\\Windows\\\\w+$'",
        "ipv4-addr:value ISSUBSET '198.51.100.0/24'",
        "ipv6-addr:value ISSUPERSET '2001:db8::/64'",
        "EXISTS windows-registry-key:values",
        "NOT EXISTS windows-registry-key:values",
        "(file:name = 'a')"
      })
  void s9_6_1_each_operator_is_read(String comparison) {
    Verdict.clean("[" + comparison + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "= 'a'",
        "!= 'a'",
        "> 'a'",
        "< 'a'",
        ">= 'a'",
        "<= 'a'",
        "IN ('a')",
        "LIKE 'a'",
        "MATCHES 'a'"
      })
  void s9_6_1_not_precedes_the_operator(String comparison) {
    Verdict.clean("[file:name NOT " + comparison + "]");
    Verdict.rejected("[NOT file:name " + comparison + "]");
    Verdict.rejected("[file:name NOT NOT " + comparison + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:name == 'a'",
        "file:name <> 'a'",
        "file:name ! = 'a'",
        "file:size => 1",
        "file:name = ",
        "'a' = file:name",
        "file:name = file:name",
        "file:name IN ()",
        "file:name IN ('a',)",
        "file:name IN ('a' 'b')",
        "file:name IN 'a'",
        "file:name IN ('a', ('b'))",
        "file:name LIKE 1",
        "file:name MATCHES h'00'",
        "file:name MATCHES b'AA=='",
        "ipv4-addr:value ISSUBSET 1",
        "process:is_hidden > true",
        "process:is_hidden <= false",
        "EXISTS file:name = 'a'",
        "EXISTS (file:name)",
        "file:name EXISTS",
        "file:name = 'a' 'b'",
        "file:name = 'a' AND",
        "OR file:name = 'a'",
        "NOT (file:name = 'a')",
        "file:name = 'a' file:size = 1"
      })
  void s9_6_1_other_comparisons_are_refused(String comparison) {
    Verdict.rejected("[" + comparison + "]");
  }

  @Test
  void s9_6_1_the_values_of_in_are_of_one_type() {
    Verdict.broken(
        "[x-thing:what IN ('a', 1)]", PatternRule.PATTERN_TYPE_UNKNOWN, PATTERN_IN_TYPES);
    Verdict.broken("[file:size IN (1, 2.5)]", PATTERN_IN_TYPES);
  }

  @Test
  void s9_6_1_a_constant_of_another_type_than_the_property_is_remarked_upon() {
    Verdict.broken("[file:size = '25536']", PATTERN_CONSTANT_TYPE);
    Verdict.broken("[file:mtime > '2016-01-01T00:00:00Z']", PATTERN_CONSTANT_TYPE);
    Verdict.broken("[network-traffic:dst_port = '443']", PATTERN_CONSTANT_TYPE);
    Verdict.broken("[process:is_hidden = 1]", PATTERN_CONSTANT_TYPE);
    Verdict.broken("[file:name = 7]", PATTERN_CONSTANT_TYPE);
    Verdict.broken("[process:image_ref.size LIKE 'a']", PATTERN_CONSTANT_TYPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:size = 1.5",
        "artifact:payload_bin = 'this is a test'",
        "artifact:payload_bin = h'7468697320697320612074657374'",
        "file:magic_number_hex = b'ABI='",
        "file:name = h'00'",
        "x509-certificate:subject_public_key_exponent >= 3",
        "network-traffic:protocols[*] = 'http'"
      })
  void s9_2_comparable_types_are_no_fault(String comparison) {
    Verdict.clean("[" + comparison + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ipv4-addr:value ISSUBSET '198.51.100.0/24'",
        "ipv4-addr:value NOT ISSUBSET '0.0.0.0/0'",
        "ipv4-addr:value ISSUPERSET '198.51.100.1'",
        "network-traffic:dst_ref.value ISSUBSET '2001:0db8:dead:beef:0000:0000:0000:0000/64'",
        "domain-name:resolves_to_refs[*].value ISSUBSET '198.51.100.0/24'",
        "network-traffic:extensions.'x-ext'.proxy_ref.value ISSUBSET '198.51.100.0/24'"
      })
  void s9_6_1_sets_are_compared_for_addresses(String comparison) {
    Verdict.clean("[" + comparison + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ipv4-addr:type ISSUBSET '198.51.100.0/24'",
        "network-traffic:dst_ref ISSUBSET '198.51.100.0/24'",
        "url:value ISSUPERSET '198.51.100.0/24'",
        "file:name ISSUBSET '198.51.100.0/24'",
        "email-message:from_ref.value ISSUBSET '198.51.100.0/24'"
      })
  void s9_6_1_and_for_nothing_else(String comparison) {
    var found = StixPattern.parse("[" + comparison + "]").findings();
    assertTrue(found.stream().anyMatch(finding -> finding.rule() == PATTERN_SET_PATH), comparison);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ipv4-addr:value ISSUBSET '198.51.100.0/33'",
        "ipv4-addr:value ISSUBSET '198.51.100'",
        "ipv4-addr:value ISSUBSET '2001:db8::/32'",
        "ipv6-addr:value NOT ISSUPERSET '198.51.100.0/24'",
        "network-traffic:dst_ref.value ISSUBSET 'example.com'"
      })
  void s9_6_1_the_set_is_one_of_the_paths_type(String comparison) {
    Verdict.broken("[" + comparison + "]", PATTERN_SET_VALUE);
  }

  @Test
  void s9_6_2_like_and_matches_compare_composed_text_and_equality_does_not() {
    Verdict.clean("[file:name LIKE '\u00f2%']");
    Verdict.broken("[file:name LIKE 'o\u0300%']", PATTERN_NOT_NFC);
    Verdict.broken("[file:name MATCHES 'o\u0300']", PATTERN_NOT_NFC);
    Verdict.clean("[file:name = 'o\u0300']");
  }

  @Test
  void s9_6_2_marks_no_language_writes_are_not_composed() {
    var marks = "\u0327\u0301".repeat(16);
    Verdict.broken("[file:name MATCHES 'o" + marks + "']", PATTERN_NOT_NFC);
    Verdict.broken("[file:name = 'o" + marks + "']", PATTERN_VALUE);
  }

  @Test
  void regular_expressions_stay_text() {
    Verdict.clean("[file:name MATCHES '(((((a+)+)+)+)+$' AND file:name MATCHES '(?<x']");
  }
}
