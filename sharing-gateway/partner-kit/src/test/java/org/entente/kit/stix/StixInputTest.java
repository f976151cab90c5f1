package org.entente.kit.stix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StixInputTest {

  private static final Charset UTF_32 = Charset.forName("UTF-32BE");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"objects\":[]} {}",
        "{\"objects\":[],\"objects\":[]}",
        "\ufeff{\"objects\":[]}",
        "[]",
        "{",
        "{\"objects\":{}}",
        "{\"objects\":[[]]}",
        "{\"objects\":[{}",
      })
  void what_two_readers_could_read_differently_is_not_read(String text) {
    assertThrows(StixUnreadable.class, () -> StixInput.of(text.getBytes(UTF_8)));
  }

  @Test
  void other_encodings_are_not_read() {
    for (Charset other : List.of(UTF_16, UTF_16LE, UTF_32)) {
      byte[] bytes = "{\"objects\":[{\"id\":\"한\"}]}".getBytes(other);
      assertThrows(StixUnreadable.class, () -> StixInput.of(bytes), other.name());
    }
    byte[] broken = "{\"objects\":[{\"id\":\"é\"}]}".getBytes(ISO_8859_1);
    assertThrows(StixUnreadable.class, () -> StixInput.of(broken));
  }

  @Test
  void only_an_identifier_of_stix_becomes_a_file_name() {
    String good = "indicator--2f1c7d4e-8b3a-4f6d-9c5e-7a1b0d2e4f68";

    assertTrue(object(good).hasProperId());
    for (String bad :
        List.of("", "../" + good, good + "/x", good + "\\n", "a--..", "indicator--")) {
      assertFalse(object(bad).hasProperId(), bad);
    }
  }

  @Test
  void an_identifier_inside_a_nested_object_is_not_the_objects_own() {
    StixInput input =
        StixInput.of("{\"objects\":[{\"a\":{\"id\":\"x\"},\"id\":1}]}".getBytes(UTF_8));

    assertEquals("", input.objects().getFirst().id());
  }

  private static StixSlice object(String id) {
    return StixInput.of(("{\"objects\":[{\"id\":\"" + id + "\"}]}").getBytes(UTF_8))
        .objects()
        .getFirst();
  }
}
