package org.entente.stix.observable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.IDN;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PunycodeTest {

  @Property(tries = 1000)
  void it_agrees_with_the_jdk_on_hangul_and_latin(
      @ForAll
          @CharRange(from = 'a', to = 'z')
          @CharRange(from = '\uac00', to = '\ud7a3')
          @StringLength(min = 1, max = 12)
          String label) {
    var ascii = IDN.toASCII(label);
    assertEquals(ascii, Domains.canonical(label));
    if (ascii.startsWith("xn--")) {
      assertEquals(Optional.of(label), Punycode.decode(ascii.substring(4)));
    }
  }

  @Test
  void what_is_no_punycode_has_no_letters() {
    assertEquals(Optional.empty(), Punycode.decode("99999999999999"));
    assertEquals(Optional.empty(), Punycode.decode("a-!"));
  }
}
