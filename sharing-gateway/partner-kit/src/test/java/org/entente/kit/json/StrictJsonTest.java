package org.entente.kit.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @Test
  void values_keep_their_kind_and_order() {
    byte[] json =
        " {\"b\":[1,-2.5,true,false,null],\"a\":{\"\\u00e9\":\"\\ud83d\\ude00\"}} ".getBytes(UTF_8);

    Map<String, Object> members = StrictJson.object(json);

    assertEquals(List.of("b", "a"), List.copyOf(members.keySet()));
    assertEquals(List.of(1L, -2.5, true, false, StrictJson.NULL), members.get("b"));
    assertEquals(Map.of("\u00e9", "\ud83d\ude00"), members.get("a"));
    assertEquals(
        "{\"b\":[1,-2.5,true,false,null],\"a\":{\"\u00e9\":\"\ud83d\ude00\"}}",
        JsonText.of(members));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "1",
        "null",
        "{",
        "{}{}",
        "{} x",
        "\ufeff{}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":1,}",
        "{\"a\":[1,]}",
        "{/**/}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\ud800x\"}",
        "{\"\\udc00\":1}",
        "{\"a\":\"\\udc00\\ud800\"}",
        "{\"a\":9223372036854775808}",
        "{\"a\":\"\n\"}"
      })
  void everything_that_two_readers_could_read_differently_is_refused(String json) {
    assertThrows(JsonRejected.class, () -> StrictJson.object(json.getBytes(UTF_8)));
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    byte[] latin = "{\"a\":\"\u00e9\"}".getBytes(ISO_8859_1);
    byte[] overlong = "{\"a\":\"\u00c0\u00af\"}".getBytes(ISO_8859_1);
    byte[] surrogate = "{\"a\":\"\u00ed\u00a0\u0080\"}".getBytes(ISO_8859_1);

    for (byte[] bytes : List.of(latin, overlong, surrogate)) {
      assertThrows(JsonRejected.class, () -> StrictJson.object(bytes));
    }
  }

  @Test
  void ten_thousand_levels_are_refused_and_not_a_crash() {
    String deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

    assertThrows(JsonRejected.class, () -> StrictJson.object(deep.getBytes(UTF_8)));
  }
}
