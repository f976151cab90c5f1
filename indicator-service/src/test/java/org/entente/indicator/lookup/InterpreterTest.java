package org.entente.indicator.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterTest {
  private static final String SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
  private static final String HASH =
      "46deef0f52e3a983b67abf4714448a41dd7ffd6d32d32da69d62081c68ad7882";

  @ParameterizedTest
  @CsvSource({
    "hxxps[:]//Evil[.]example/a, url:https://evil.example/a",
    "EVIL.example., dns:evil.example",
    "192.0.2[.]7, ip4:192.0.2.7",
    "2001:DB8:0::7, ip6:2001:db8::7",
    "Who@Evil.example, mail:Who@evil.example",
    "dns:evil.example, dns:evil.example",
    "D41D8CD98F00B204E9800998ECF8427E, md5:d41d8cd98f00b204e9800998ecf8427e"
  })
  void whatever_form_it_was_pasted_in_it_has_one_key(String pasted, String key) {
    assertEquals(key, keys(Question.of(pasted)).getFirst());
  }

  @Test
  void a_declared_chain_or_type_leaves_one_reading() {
    assertTrue(keys(Question.of(HASH)).size() > 2);
    assertEquals(
        List.of("eip155:0:tx:0x" + HASH),
        keys(new Question(HASH, "eth", "cryptocurrency-transaction", "")));
    assertEquals(List.of("eip155:0:tx:0x" + HASH), keys(new Question(HASH, "eth", "", "")));
    assertEquals(List.of("sha256:" + HASH), keys(new Question(HASH, "", "file", "")));
  }

  @ParameterizedTest
  @CsvSource({
    "TUCsTq7TofTCJRRoHk6RvhMoS2mJLm5Yzq, btc, '', ADDRESS_WRONG_CHAIN",
    "a.example, dogechain, '', CHAIN_UNKNOWN",
    "a.example, '', file, VALUE_OTHER_TYPE",
    "a.example, '', malware, TYPE_UNKNOWN",
    "'how are you', '', '', VALUE_UNRECOGNISED"
  })
  void what_is_none_of_it_is_refused_with_a_code(
      String value, String chain, String type, String code) {
    Reading.Refused refused = refused(new Question(value, chain, type, ""));

    assertEquals(code, refused.code());
    assertEquals(Optional.of(value), refused.asked());
    assertTrue(!refused.secret());
  }

  /// Published test vectors, in whichever field they come.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon"
            + " about"
      })
  void a_secret_is_not_repeated(String secret) {
    for (Question question :
        List.of(
            Question.of(secret),
            Question.of("key: " + secret),
            new Question(SEGWIT, secret, "", ""),
            new Question(secret, "btc", "", ""))) {
      Reading.Refused refused = refused(question);
      assertTrue(refused.secret());
      assertEquals(Optional.empty(), refused.asked());
      assertTrue(!refused.detail().contains(secret));
    }
  }

  @Test
  void what_is_too_long_is_not_repeated() {
    Reading.Refused refused = refused(Question.of("a".repeat(9000)));

    assertEquals("VALUE_TOO_LONG", refused.code());
    assertEquals(Optional.empty(), refused.asked());
  }

  @Test
  void a_secret_in_a_line_that_cannot_be_read_is_one_all_the_same() {
    String line = "{\"values\":\"5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ\"}";
    byte[] body = line.getBytes(StandardCharsets.UTF_8);

    assertTrue(refused(Questions.read(body, 1).getFirst()).secret());
  }

  private static List<String> keys(Question question) {
    return assertInstanceOf(Reading.Understood.class, Interpreter.read(question)).guesses().stream()
        .map(guess -> guess.key().text())
        .toList();
  }

  private static Reading.Refused refused(Question question) {
    return assertInstanceOf(Reading.Refused.class, Interpreter.read(question));
  }
}
