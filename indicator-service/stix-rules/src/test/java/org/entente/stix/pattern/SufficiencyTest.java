package org.entente.stix.pattern;

import static org.entente.stix.pattern.Sufficiency.PARTIAL;
import static org.entente.stix.pattern.Sufficiency.SUFFICIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.entente.stix.observable.WalletExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How far a key that was found can be trusted.
class SufficiencyTest {

  private static final String ACCOUNT =
      "user-account:account_type = 'github' AND user-account:user_id = '583231'";
  private static final String WALLET =
      "cryptocurrency-wallet:extensions.'"
          + WalletExtension.ID
          + "'.chain = '%s' AND cryptocurrency-wallet:value = '3P14159f73E4gFr7JterCCQh9QjiTjiZrG'";

  /// Groups stand in the order of the keys; a1, a2, … are equalities, m is a regular expression.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [a1]                                        | SUFFICIENT | 0
          [a1 OR a2] OR [a3]                          | SUFFICIENT | 0 0 0
          [a1 OR m]                                   | SUFFICIENT | 0
          [a1] REPEATS 1 TIMES                        | SUFFICIENT | 0
          [a1] WITHIN 5 SECONDS                       | SUFFICIENT | 0
          [a1 AND m]                                  | PARTIAL    | 1
          [a1 AND a2]                                 | PARTIAL    | 1 1
          [a1 OR a2 AND a3]                           | PARTIAL    | 0 1 1
          [a1 AND a2 OR a3 AND a4]                    | PARTIAL    | 1 1 2 2
          [a1 AND (a2 OR a3 AND a4)]                  | PARTIAL    | 1 1 1 1
          [a1] AND [a2]                               | PARTIAL    | 1 1
          [a1] FOLLOWEDBY [a2] OR [a3]                | PARTIAL    | 1 1 1
          [a1] OR ([a2] AND [a3]) OR [a4 AND m]       | PARTIAL    | 0 1 1 2
          [a1] AND [m]                                | PARTIAL    | 1
          [a1] REPEATS 2 TIMES                        | PARTIAL    | 1
          ([a1] OR [a2]) REPEATS 5 TIMES OR [a3]      | PARTIAL    | 1 1 0
          """)
  void a_key_is_sufficient_when_nothing_else_is_asked_for(
      String pattern, Sufficiency sufficiency, String groups) {
    var read =
        Verdict.clean(
            pattern
                .replaceAll("a(\\d)", "file:name = '$1'")
                .replaceAll("\\bm\\b", "file:name MATCHES '.'"));
    assertEquals(sufficiency, read.sufficiency());
    assertEquals(groups, groups(read));
  }

  @Test
  void a_key_says_for_itself_what_it_is() {
    var read = Verdict.clean("[file:name = '1'] OR ([file:name = '2'] AND [file:name = '3'])");
    assertEquals(
        List.of(SUFFICIENT, PARTIAL, PARTIAL),
        read.keys().stream().map(PatternKey::sufficiency).toList());
  }

  @Test
  void what_makes_the_key_asks_for_nothing_more() {
    assertSufficient("[" + ACCOUNT + "]", "acct:github:583231");
    assertSufficient(
        "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value ="
            + " '203.0.113.33/32']",
        "ip4:203.0.113.33");
    assertSufficient(
        "[" + WALLET.formatted("bitcoin") + "]",
        "bip122:000000000019d6689c085ae165831e93:3P14159f73E4gFr7JterCCQh9QjiTjiZrG");
  }

  @Test
  void anything_beside_it_does() {
    var read = Verdict.clean("[" + ACCOUNT + " AND user-account:is_disabled = false]");
    assertEquals(List.of("acct:github:583231"), KeysTest.keys(read));
    assertEquals(PARTIAL, read.sufficiency());
  }

  @Test
  void a_declaration_that_does_not_fit_is_a_condition_like_any_other() {
    assertEquals(
        PARTIAL,
        Verdict.clean(
                "[network-traffic:dst_ref.type = 'ipv6-addr' AND network-traffic:dst_ref.value ="
                    + " '203.0.113.33']")
            .sufficiency());
    assertEquals(
        PARTIAL,
        Verdict.clean(
                "[network-traffic:src_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value ="
                    + " '203.0.113.33']")
            .sufficiency());
    assertEquals(PARTIAL, Verdict.clean("[" + WALLET.formatted("nowhere") + "]").sufficiency());
  }

  private static void assertSufficient(String pattern, String key) {
    var read = Verdict.clean(pattern);
    assertEquals(List.of(key), KeysTest.keys(read));
    assertEquals(SUFFICIENT, read.sufficiency());
  }

  private static String groups(StixPattern read) {
    return String.join(
        " ", read.keys().stream().map(key -> Integer.toString(key.group())).toList());
  }
}
