package org.entente.stix.observable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import org.entente.stix.address.Chain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// STIX content and pattern atoms meet in the same keys.
class ContentKeysTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          domain-name|value|Evil.EXAMPLE.|dns:evil.example
          domain-name|value|_dmarc.evil.example|dns:_dmarc.evil.example
          domain-name|value|bücher.example|dns:xn--bcher-kva.example
          domain-name|value|한국.example|dns:xn--3e0b707e.example
          domain-name|value|ＥＶＩＬ。example|dns:evil.example
          url|value|HTTPS://Evil.Example:443|url:https://evil.example/
          url|value|http://evil.example/A/../b?Q=1#F|url:http://evil.example/b?Q=1#F
          ipv4-addr|value|198.51.100.3|ip4:198.51.100.3
          ipv4-addr|value|198.51.100.3/32|ip4:198.51.100.3
          ipv4-addr|value|198.51.100.3/24|ip4:198.51.100.0/24
          ipv4-addr|value|198.51.100.3/0|ip4:0.0.0.0/0
          ipv6-addr|value|2001:0DB8:0:0:0:0:0:1|ip6:2001:db8::1
          ipv6-addr|value|2001:db8::1/128|ip6:2001:db8::1
          ipv6-addr|value|2001:db8:1:2:3::/33|ip6:2001:db8::/33
          email-addr|value|John.Doe@EXAMPLE.org|mail:John.Doe@example.org
          mac-addr|value|D2-FB-49-24-37-18|mac:d2:fb:49:24:37:18
          mac-addr|value|d2fb.4924.3718|mac:d2:fb:49:24:37:18
          file|hashes.'SHA-256'|E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855|sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
          file|hashes.MD5|D41D8CD98F00B204E9800998ECF8427E|md5:d41d8cd98f00b204e9800998ecf8427e
          artifact|hashes.sha1|da39a3ee5e6b4b0d3255bfef95601890afd80709|sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709
          x509-certificate|hashes.'SHA-1'|da39a3ee5e6b4b0d3255bfef95601890afd80709|sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709
          file|extensions.'windows-pebinary-ext'.sections[0].hashes.MD5|d41d8cd98f00b204e9800998ecf8427e|md5:d41d8cd98f00b204e9800998ecf8427e
          network-traffic|dst_ref.value|198.51.100.3|ip4:198.51.100.3
          network-traffic|src_ref.value|2001:db8:0::1|ip6:2001:db8::1
          email-message|from_ref.value|a@B.example|mail:a@b.example
          domain-name|resolves_to_refs[*].value|198.51.100.3|ip4:198.51.100.3
          windows-registry-key|key|HKLM\\Software\\Evil|reg:hkey_local_machine\\software\\evil
          software|extensions.'extension-definition--x'.purl|pkg:NPM/Is-Buffer-Validator@1.0.0|purl:pkg:npm/is-buffer-validator@1.0.0
          mutex|name|Global\\x|stix:mutex:name:Global\\x
          cryptocurrency-wallet|value|0x47666Fab8bd0Ac7003bce3f5C3585383F09486E2|eip155:0:0x47666fab8bd0ac7003bce3f5c3585383f09486e2
          cryptocurrency-wallet|value|TXEsK1sEsKjZ1xtHitnyAAoqw3WLdYdRNW|tron:0x2b6653dc:TXEsK1sEsKjZ1xtHitnyAAoqw3WLdYdRNW
          cryptocurrency-wallet|value|eip155:1:0x47666Fab8bd0Ac7003bce3f5C3585383F09486E2|eip155:0:0x47666fab8bd0ac7003bce3f5c3585383f09486e2
          x-opencti-cryptocurrency-wallet|value|BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4|bip122:000000000019d6689c085ae165831e93:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4
          cryptocurrency-transaction|value|0x46deef0f52e3a983b67abf4714448a41dd7ffd6d32d32da69d62081c68ad7882|eip155:0:tx:0x46deef0f52e3a983b67abf4714448a41dd7ffd6d32d32da69d62081c68ad7882
          """)
  void a_value_has_its_key(String type, String path, String value, String key) {
    assertEquals(List.of(key), keys(Observables.of(type, path, value, Declared.NOTHING)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ipv4-addr|value|999.999.999.999|IP_INVALID
          ipv4-addr|value|198.51.100.03|IP_INVALID
          ipv4-addr|value|198.51.100.3/33|IP_INVALID
          ipv6-addr|value|1::2::3|IP_INVALID
          ipv6-addr|value|fe80::1%eth0|IP_INVALID
          domain-name|value|evil..example|DOMAIN_INVALID
          domain-name|value|evil example|DOMAIN_INVALID
          domain-name|value|198.51.100.3|DOMAIN_INVALID
          url|value|http://|URL_INVALID
          url|value|evil.example|URL_INVALID
          email-addr|value|nobody|EMAIL_INVALID
          mac-addr|value|d2:fb:49|MAC_INVALID
          file|hashes.MD5|d41d8cd98f00b204e9800998ecf8427|HASH_INVALID
          cryptocurrency-wallet|value|0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD|ADDRESS_CHECKSUM
          cryptocurrency-wallet|value|tniq9axbp9ejuqhdhrwrfvaa8u3guqzh81|ADDRESS_CASE_LOST
          """)
  void a_value_that_is_none_of_its_kind_is_refused(
      String type, String path, String value, String code) {
    var e =
        assertThrows(
            ObservableRejected.class, () -> Observables.of(type, path, value, Declared.NOTHING));
    assertEquals(code, e.code());
  }

  @Test
  void a_secret_in_place_of_an_address_says_so() {
    var key = "5JuW2AMDYu4xVwRG9DZW18VbzQrGcd5RCgb99sS6ehJsNQXu5b9";
    for (var declared : List.of(Declared.NOTHING, Declared.chain(Chain.BTC))) {
      var e =
          assertThrows(
              ObservableRejected.class,
              () -> Observables.of("cryptocurrency-wallet", "value", key, declared));
      assertTrue(e.secret());
    }
  }

  @Test
  void composed_and_decomposed_hangul_are_one_name() {
    var composed = "\ud55c\uad6d.example";
    var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    assertEquals(
        keys(Observables.of("domain-name", "value", composed, Declared.NOTHING)),
        keys(Observables.of("domain-name", "value", decomposed, Declared.NOTHING)));
  }

  @Test
  void names_that_imitate_others_are_flagged() {
    assertTrue(confusable("p\u0430ypal.example"));
    assertTrue(confusable("\u0430\u0440\u0440\u04cf\u0435.example"));
    assertTrue(!confusable("\ud55c\uad6dbank.example"));
    assertTrue(!confusable("\u043f\u0440\u0438\u0432\u0435\u0442.example"));
    assertTrue(!confusable("b\u00fccher.example"));
  }

  @Test
  void an_account_needs_its_service() {
    assertEquals(List.of("acct:github:583231"), account("github", "user_id", "583231"));
    assertEquals(List.of("acct:github:@octocat"), account("GitHub", "account_login", "@OctoCat"));
    assertEquals(List.of("tg:5550123"), account("telegram", "user_id", "5550123"));
    var bare = Observables.of("user-account", "user_id", "583231", Declared.NOTHING);
    assertEquals(List.of(), bare.keys());
    assertEquals(Set.of(Note.ACCOUNT_TYPE_MISSING), bare.notes());
  }

  @Test
  void an_ambiguous_wallet_has_a_key_on_every_chain_until_one_is_declared() {
    var script = "3FLj1iFqS359KvBXeaStPgqX7hgyifVKbN";
    var open = Observables.of("cryptocurrency-wallet", "value", script, Declared.NOTHING);
    assertEquals(4, open.keys().size());
    assertEquals(Set.of(Note.CHAIN_UNDECLARED), open.notes());
    var bitcoin =
        Observables.of("cryptocurrency-wallet", "value", script, Declared.chain(Chain.BTC));
    assertEquals(List.of(Chain.BTC.caip2() + ":" + script), keys(bitcoin));
  }

  @Test
  void a_declared_tag_is_part_of_the_key() {
    var declared = Declared.wallet("xrpl:0", "11747");
    var observed =
        Observables.of(
            "cryptocurrency-wallet", "value", "r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59", declared);
    assertEquals(List.of("xrpl:0:r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59-11747"), keys(observed));
  }

  @Test
  void a_chain_we_cannot_read_leaves_the_text_as_its_key() {
    var observed =
        Observables.of("cryptocurrency-wallet", "value", "0.0.1234567", Declared.NOTHING);
    assertEquals(List.of("stix:cryptocurrency-wallet:value:0.0.1234567"), keys(observed));
    assertEquals(Set.of(Note.CHAIN_UNKNOWN), observed.notes());
  }

  private static boolean confusable(String name) {
    return Observables.of("domain-name", "value", name, Declared.NOTHING)
        .notes()
        .contains(Note.CONFUSABLE);
  }

  private static List<String> account(String type, String path, String value) {
    return keys(Observables.of("user-account", path, value, Declared.account(type)));
  }

  private static List<String> keys(Observed observed) {
    return observed.keys().stream().map(ObservableKey::text).toList();
  }
}
