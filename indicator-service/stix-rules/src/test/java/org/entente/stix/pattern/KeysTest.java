package org.entente.stix.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which look-ups find a pattern.
class KeysTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ipv4-addr:value = '198.51.100.1/32'                    | ip4:198.51.100.1
          ipv4-addr:value = '198.51.100.0/24'                    | ip4:198.51.100.0/24
          ipv4-addr:value ISSUBSET '198.51.100.1/32'             | ip4:198.51.100.1
          ipv4-addr:value ISSUBSET '198.51.100.77/24'            | ip4:198.51.100.0/24
          ipv6-addr:value = '2001:DB8:0:0::1/128'                | ip6:2001:db8::1
          ipv6-addr:value ISSUBSET '2001:db8::1/128'             | ip6:2001:db8::1
          domain-name:value = 'WWW.Example.COM.'                 | dns:www.example.com
          domain-name:value LIKE 'example.com'                   | dns:example.com
          url:value = 'HTTP://Example.com:80/A'                  | url:http://example.com/A
          email-addr:value = 'Jdoe@Example.COM'                  | mail:Jdoe@example.com
          mac-addr:value = 'AA-BB-CC-DD-EE-FF'                   | mac:aa:bb:cc:dd:ee:ff
          file:hashes.MD5 = 'CEAD3F77F6CDA6EC00F57D76C9A6879F'   | md5:cead3f77f6cda6ec00f57d76c9a6879f
          file:hashes.md5 = 'cead3f77f6cda6ec00f57d76c9a6879f'   | md5:cead3f77f6cda6ec00f57d76c9a6879f
          file:hashes.'MD5' = 'cead3f77f6cda6ec00f57d76c9a6879f' | md5:cead3f77f6cda6ec00f57d76c9a6879f
          process:image_ref.hashes.MD5 = 'cead3f77f6cda6ec00f57d76c9a6879f' | md5:cead3f77f6cda6ec00f57d76c9a6879f
          windows-registry-key:key = 'hklm\\\\Foo'               | reg:hkey_local_machine\\foo
          autonomous-system:number = 64496                       | stix:autonomous-system:number:64496
          cryptocurrency-wallet:value = '0x51E9d833Ecae4E8D9D8Be17300AEE6D3398C135D' | eip155:0:0x51e9d833ecae4e8d9d8be17300aee6d3398c135d
          """)
  void an_equality_has_the_canonical_key(String comparison, String key) {
    var pattern = StixPattern.parse("[" + comparison + "]");
    assertEquals(List.of(key), keys(pattern));
    assertEquals(Sufficiency.SUFFICIENT, pattern.sufficiency());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          network-traffic:src_ref.value = '198.51.100.1'    | ip4:198.51.100.1 | ipv4-addr | network-traffic:src_ref
          network-traffic:dst_ref.value = '2001:db8::1'     | ip6:2001:db8::1  | ipv6-addr | network-traffic:dst_ref
          network-traffic:dst_ref.value = 'Example.com'     | dns:example.com  | domain-name | network-traffic:dst_ref
          network-traffic:src_ref.value = '00:11:22:33:44:55' | mac:00:11:22:33:44:55 | mac-addr | network-traffic:src_ref
          email-message:from_ref.value = 'a@example.com'    | mail:a@example.com | email-addr | email-message:from_ref
          email-message:to_refs[*].value = 'a@example.com'  | mail:a@example.com | email-addr | email-message:to_refs
          domain-name:resolves_to_refs[0].value = '10.0.0.1' | ip4:10.0.0.1 | ipv4-addr | domain-name:resolves_to_refs
          process:opened_connection_refs[*].dst_ref.value = '10.0.0.1' | ip4:10.0.0.1 | ipv4-addr | network-traffic:dst_ref
          """)
  void a_reference_is_followed_and_stays_known_as_role(
      String comparison, String key, String type, String role) {
    var pattern = Verdict.clean("[" + comparison + "]");
    assertEquals(List.of(key), keys(pattern));
    var atom = pattern.keys().getFirst().atom();
    assertEquals(List.of(type, "value", role), List.of(atom.type(), atom.path(), atom.role()));
  }

  @Test
  void an_unknown_reference_is_read_by_the_shape_of_its_value() {
    var pattern = StixPattern.parse("[x-proxy:via_ref.value = '10.0.0.1']");
    assertEquals(List.of("ip4:10.0.0.1"), keys(pattern));
    assertEquals("via_ref.value", pattern.keys().getFirst().atom().path());
  }

  @Test
  void each_value_of_in_has_a_key_and_equal_ones_have_one() {
    var pattern =
        Verdict.clean(
            "[url:value IN ('http://a.example', 'http://b.example', 'http://a.example')]");
    assertEquals(List.of("url:http://a.example/", "url:http://b.example/"), keys(pattern));
    assertEquals(Sufficiency.SUFFICIENT, pattern.sufficiency());
  }

  @Test
  void the_atom_keeps_what_the_pattern_said() {
    var key = Verdict.accepted("[file:hashes.SHA1 = '" + "AB".repeat(20) + "']").keys().getFirst();
    assertEquals(new Atom("file", "hashes.SHA-1", "AB".repeat(20), ""), key.atom());
    assertEquals("sha1:" + "ab".repeat(20), key.key().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ipv4-addr:value != '198.51.100.1'",
        "ipv4-addr:value NOT = '198.51.100.1'",
        "ipv4-addr:value NOT != '198.51.100.1'",
        "ipv4-addr:value NOT IN ('198.51.100.1')",
        "ipv4-addr:value NOT LIKE '198.51.100.1'",
        "ipv4-addr:value NOT ISSUBSET '198.51.100.1/32'",
        "ipv4-addr:value ISSUPERSET '198.51.100.1/32'",
        "ipv4-addr:value > '198.51.100.1'",
        "domain-name:value LIKE '%.example.com'",
        "domain-name:value LIKE 'a_b'",
        "domain-name:value MATCHES 'example'",
        "EXISTS domain-name:value",
        "process:is_hidden = true",
        "file:mtime = t'2016-01-01T00:00:00Z'",
        "file:magic_number_hex = h'ffd8'",
        "user-account:user_id = '7'"
      })
  void what_is_no_equality_or_names_nothing_is_opaque(String comparison) {
    var pattern = Verdict.clean("[" + comparison + "]");
    assertEquals(List.of(), pattern.keys());
    assertEquals(Sufficiency.OPAQUE, pattern.sufficiency());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ipv4-addr:value = '999.1.1.1'",
        "url:value = 'no scheme'",
        "file:name = '\0'",
        "cryptocurrency-wallet:value = '0x51e9d833Ecae4E8D9D8Be17300AEE6D3398C135D'"
      })
  void a_value_of_no_such_kind_is_remarked_upon_and_has_no_key(String comparison) {
    Verdict.broken("[" + comparison + "]", PatternRule.PATTERN_VALUE);
    assertEquals(List.of(), StixPattern.parse("[" + comparison + "]").keys());
  }

  @Test
  void a_secret_is_refused_and_not_repeated() {
    // The well-known example key of the Bitcoin wiki.
    var secret = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";
    var pattern = StixPattern.parse("[cryptocurrency-wallet:value = '" + secret + "']");
    assertEquals(PatternRule.PATTERN_SECRET, pattern.findings().getFirst().rule());
    assertFalse(pattern.findings().toString().contains(secret));
    assertTrue(pattern.keys().isEmpty());
  }

  static List<String> keys(StixPattern pattern) {
    return pattern.keys().stream().map(key -> key.key().text()).toList();
  }
}
