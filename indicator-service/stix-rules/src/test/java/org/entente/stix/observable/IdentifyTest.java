package org.entente.stix.observable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people paste.
class IdentifyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          hxxps[:]//github[.]com/evil/Repo|url:https://github.com/evil/Repo dns:github.com
          hXXp://evil(.)example:8080/a|url:http://evil.example:8080/a dns:evil.example
          hxxps[://]evil[dot]example|url:https://evil.example/ dns:evil.example
          evil [.] example|dns:evil.example
          evil{dot}example|dns:evil.example
          198[.]51[.]100[.]3|ip4:198.51.100.3
          198.51.100[.]3:443|ip4:198.51.100.3
          john[@]evil[.]example|mail:john@evil.example
          john(at)evil(dot)example|mail:john@evil.example
          """)
  void a_defanged_value_is_restored_and_says_so(String pasted, String keys) {
    assertEquals(keys, keys(pasted));
    assertTrue(Observables.identify(pasted).notes().contains(Note.DEFANGED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Evil.Example|dns:evil.example
          "evil.example",|dns:evil.example
          evil.example:8443|dns:evil.example
          evil.example/a|url:https://evil.example/a url:http://evil.example/a dns:evil.example
          https://198.51.100.3/x|url:https://198.51.100.3/x ip4:198.51.100.3
          https://[2001:DB8::1]/x|url:https://[2001:db8::1]/x ip6:2001:db8::1
          2001:DB8:0:0::1|ip6:2001:db8::1
          198.51.100.0/24|ip4:198.51.100.0/24
          D2:FB:49:24:37:18|mac:d2:fb:49:24:37:18
          mailto:A@Evil.example|mail:A@evil.example
          D41D8CD98F00B204E9800998ECF8427E|md5:d41d8cd98f00b204e9800998ecf8427e
          pkg:npm/@Evil/Thing|purl:pkg:npm/%40evil/thing
          0X47666FAB8BD0AC7003BCE3F5C3585383F09486E2|eip155:0:0x47666fab8bd0ac7003bce3f5c3585383f09486e2
          eip155:1:0x47666Fab8bd0Ac7003bce3f5C3585383F09486E2|eip155:0:0x47666fab8bd0ac7003bce3f5c3585383f09486e2
          ethereum:0x47666Fab8bd0Ac7003bce3f5C3585383F09486E2@1?value=1|eip155:0:0x47666fab8bd0ac7003bce3f5c3585383f09486e2
          X7AcgcsBL6XDcUb289X4mJ8djcdyKaLFuhLRuNXPrDeJd9A|xrpl:0:r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59-11747 xrpl:0:r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59
          dns:EVIL.example|dns:evil.example
          acct:github:583231|acct:github:583231
          47666fab8bd0ac7003bce3f5c3585383f09486e2|sha1:47666fab8bd0ac7003bce3f5c3585383f09486e2 eip155:0:0x47666fab8bd0ac7003bce3f5c3585383f09486e2
          """)
  void a_plain_value_is_recognised(String pasted, String keys) {
    assertEquals(keys, keys(pasted));
    assertFalse(Observables.identify(pasted).notes().contains(Note.DEFANGED));
  }

  @Test
  void what_a_value_is_inside_of_is_weaker_than_what_it_is() {
    var found = Observables.identify("https://evil.example/x").guesses();
    assertEquals(
        List.of(Strength.EXACT, Strength.PART), found.stream().map(Guess::strength).toList());
  }

  @Test
  void sixty_four_digits_may_be_a_file_a_transaction_or_a_private_key() {
    var digits = "46deef0f52e3a983b67abf4714448a41dd7ffd6d32d32da69d62081c68ad7882";
    var found = Observables.identify(digits);
    assertEquals("sha256:" + digits, found.keys().getFirst().text());
    assertTrue(keys(digits).contains("eip155:0:tx:0x" + digits));
    assertEquals(Set.of(Note.POSSIBLE_PRIVATE_KEY), found.notes());
    assertEquals("eip155:0:tx:0x" + digits, keys("0x" + digits));
  }

  @Test
  void every_key_found_is_recognised_as_itself() {
    for (var pasted :
        List.of(
            "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
            "3FLj1iFqS359KvBXeaStPgqX7hgyifVKbN",
            "X7AcgcsBL6XDcUb289X4mJ8djcdyKaLFuhLRuNXPrDeJd9A",
            "833XorXTTx5iya5B3Tr6iqEs9GbRuvVfwyLCP2vpdzhq",
            "46deef0f52e3a983b67abf4714448a41dd7ffd6d32d32da69d62081c68ad7882",
            "https://evil.example/a?b#c",
            "2001:db8::/33",
            "pkg:pypi/Evil_Thing@1.0?b=2&a=1")) {
      for (var key : Observables.identify(pasted).keys()) {
        assertEquals(key, Observables.identify(key.text()).keys().getFirst());
        assertEquals(key, ObservableKey.parse(key.text()).orElseThrow());
      }
    }
  }

  @Test
  void a_secret_is_refused_without_being_repeated() {
    var key = "L5nJeqKmpHp4P7F8ZYyjwc5a7P4d8EabuGAzfGJk7yC1BJyzNaEd";
    var e = assertThrows(ObservableRejected.class, () -> Observables.identify(key));
    assertTrue(e.secret());
    assertFalse(e.toString().contains("L5nJ"));
  }

  @Test
  void a_broken_address_is_refused_by_its_reason() {
    assertEquals("ADDRESS_CASE_LOST", code("tniq9axbp9ejuqhdhrwrfvaa8u3guqzh81"));
    assertEquals("ADDRESS_CHECKSUM", code("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"));
    assertEquals("VALUE_UNRECOGNISED", code("hello"));
    assertEquals("VALUE_TOO_LONG", code("a".repeat(8193)));
  }

  @Property(tries = 2000)
  void any_text_is_either_identified_or_refused(@ForAll String pasted) {
    try {
      assertFalse(Observables.identify(pasted).guesses().isEmpty());
    } catch (ObservableRejected e) {
      assertFalse(e.reason().isBlank());
    }
  }

  private static String code(String pasted) {
    return assertThrows(ObservableRejected.class, () -> Observables.identify(pasted)).code();
  }

  private static String keys(String pasted) {
    return String.join(
        " ", Observables.identify(pasted).keys().stream().map(ObservableKey::text).toList());
  }
}
