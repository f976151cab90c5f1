package org.entente.kit.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  @Test
  void the_standards_own_example_is_read_and_has_its_digest() {
    // RFC 9901 sections 4.2.1 and 4.2.3.
    Disclosure read =
        Disclosure.parse("WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0")
            .orElseThrow();

    assertEquals("family_name=M\u00f6bius", read.name() + "=" + read.value());
    assertEquals("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0", read.digest());
  }

  @Test
  void what_is_written_is_read_again_and_never_twice_the_same() {
    Disclosure one = Disclosure.of("uid", "kr\"\u00e9", RANDOM);

    assertEquals(Optional.of(one), Disclosure.parse(one.text()));
    assertNotEquals(one.digest(), Disclosure.of("uid", "kr\"\u00e9", RANDOM).digest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "[\"s\",\"n\"]",
        "[\"s\",\"n\",1]",
        "[\"s\",\"n\",\"v\",\"w\"]",
        "{\"s\":1}",
        "[\"s\",\"n\",\"v\"],\"e\":1",
        "[\"s\",\"n\",\"v\""
      })
  void what_is_none_discloses_nothing(String json) {
    String text = Base64.getUrlEncoder().encodeToString(json.getBytes(UTF_8));

    assertEquals(Optional.empty(), Disclosure.parse(text));
    assertEquals(Optional.empty(), Disclosure.parse("no base64!"));
  }

  @Test
  void a_disclosure_fills_its_own_digests_place_and_no_other() {
    Disclosure own = Disclosure.of("uid", "kr-feed", RANDOM);
    Disclosure foreign = Disclosure.of("uid", "eu-feed", RANDOM);
    Disclosure posing = Disclosure.of("org", "eu", RANDOM);
    List<String> digests = List.of(own.digest(), posing.digest());
    var record = Map.of("user", Map.of("_sd", digests, "org", "kr"));

    assertEquals(
        Map.of("user", Map.of("uid", "kr-feed", "org", "kr", "_sd", List.of(posing.digest()))),
        DisclosedRecord.of(record, List.of(foreign.text(), own.text(), own.text(), posing.text())));
  }
}
