package org.entente.audit.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.audit.refusal.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** The first example of RFC 9901 section 4.2.1, and its digest of section 4.2.3. */
  @Test
  void it_is_the_standards() {
    var text = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0";

    var disclosure = Disclosure.parse(text);

    assertEquals("family_name", disclosure.name());
    assertEquals("M\u00f6bius", disclosure.value());
    assertEquals("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0", disclosure.digest());
  }

  @Property(tries = 200)
  void what_is_concealed_is_disclosed(@ForAll String value) {
    var wellFormed = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    var concealed = Disclosure.conceal("uid", wellFormed, RANDOM);

    assertEquals(concealed, Disclosure.parse(concealed.text()));
    assertEquals(wellFormed, concealed.value());
  }

  @Test
  void the_same_value_never_has_the_same_digest() {
    assertNotEquals(
        Disclosure.conceal("uid", "eu-feed", RANDOM).digest(),
        Disclosure.conceal("uid", "eu-feed", RANDOM).digest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "[\"_26bc4LT-ac6q2KI6cBW5es\",\"uid\"]",
        "[\"_26bc4LT-ac6q2KI6cBW5es\",\"uid\",\"x\",\"y\"]",
        "[\"_26bc4LT-ac6q2KI6cBW5es\",\"uid\",5]",
        "[\"_26bc4LT-ac6q2KI6cBW5es\",\"uid\",[\"x\"]]",
        "[\"_26bc4LT-ac6q2KI6cBW5es\",\"uid\",\"x\"] 1",
        "[\"_26bc4LT-ac6q2KI6cBW5es\",\"uid\",\"x\"",
        "[\"short\",\"uid\",\"x\"]"
      })
  void what_is_none_is_refused(String json) {
    assertRefused(
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(json.getBytes(StandardCharsets.UTF_8)));
    assertRefused(json);
  }

  private static void assertRefused(String text) {
    var refused = assertThrows(DisclosureRejected.class, () -> Disclosure.parse(text));
    assertEquals(RefusalCode.DISCLOSURE_INVALID, refused.code());
  }
}
