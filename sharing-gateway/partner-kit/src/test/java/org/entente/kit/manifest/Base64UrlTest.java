package org.entente.kit.manifest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {

  @Test
  void the_example_of_rfc_7515_appendix_c_holds() {
    byte[] bytes = {3, (byte) 236, (byte) 255, (byte) 224, (byte) 193};

    assertEquals("A-z_4ME", Base64Url.encode(bytes));
    assertArrayEquals(bytes, Base64Url.decoded("A-z_4ME").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A-z_4ME=",
        "A+z/4ME",
        "A-z_4M",
        "A-z_4",
        "A-z_4MF",
        " A-z_4ME",
        "A-z_4ME\n",
        "A-z_\n4ME",
        "A-z_4ME==",
        "A.z_4ME",
        "\u0410-z_4ME"
      })
  void padding_other_alphabets_breaks_and_unused_bits_are_refused(String text) {
    assertTrue(Base64Url.decoded(text).isEmpty());
  }

  @Test
  void x5c_is_padded_base64_and_nothing_else() {
    assertTrue(Base64Url.decodedStandard("A+z/4ME=").isPresent());
    assertTrue(Base64Url.decodedStandard("A+z/4ME").isEmpty());
    assertTrue(Base64Url.decodedStandard("A-z_4ME=").isEmpty());
    assertTrue(Base64Url.decodedStandard("A+z/4MF=").isEmpty());
  }
}
