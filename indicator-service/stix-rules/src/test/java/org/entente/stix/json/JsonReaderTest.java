package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @Test
  void a_tree_keeps_order_text_and_the_bytes_it_came_from() {
    String inner = "{ \"n\" :1.50e1 , \"s\":\"\\u00e9é✓\"}";
    JsonObject root = object("{\"ü\":[ " + inner + ",true,null], \"z\":{}}");

    JsonObject read = assertInstanceOf(JsonObject.class, root.elements("ü").getFirst());
    int before = "{\"ü\":[ ".getBytes(UTF_8).length;
    assertEquals(before, read.start());
    assertEquals(inner.getBytes(UTF_8).length, read.length());
    assertEquals(List.of("n", "s"), read.names());
    assertEquals("éé✓", read.text("s").orElseThrow());
    assertEquals(new JsonNumber("1.50e1"), read.get("n"));
    assertEquals(JsonBoolean.TRUE, root.elements("ü").get(1));
    assertEquals(JsonNull.NULL, root.elements("ü").get(2));
    assertNull(read.get("x"));
  }

  @Test
  void members_of_large_objects_are_found_too() {
    String members =
        IntStream.range(0, 1000)
            .mapToObj(i -> "\"k" + i + "\":" + i)
            .collect(Collectors.joining(","));
    JsonObject large = object("{" + members + "}");

    for (int i = 0; i < 1000; i++) {
      assertEquals(new JsonNumber("" + i), large.get("k" + i));
    }
    assertFalse(large.has("k1000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"id\":\"a\",\"id\":\"b\"}",
        "{\"x\":{\"y\":1,\"y\":2}}",
        "{\"a\":1,\"\\u0061\":1}",
        "[{}] x",
        "{}{}",
        "{\"n\":01}",
        "{\"n\":NaN}",
        "9007199254740992",
        "-9007199254740992",
        "123456789012345678901234567890",
        "1e999",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "{\"\\ud83d\":1}",
        "\"\\u00zz\"",
        "{'a':1}",
        "[1,]",
        "// no\n{}",
        "\"a\u0001\""
      })
  void what_is_not_i_json_is_refused_and_says_where(String text) {
    JsonRejected refusal = assertThrows(JsonRejected.class, () -> read(text));

    assertTrue(refusal.offset() >= 0 && refusal.offset() <= text.length());
    assertTrue(refusal.toString().contains("byte " + refusal.offset() + ": " + refusal.reason()));
    assertFalse(refusal.reason().isEmpty());
  }

  @Test
  void the_largest_integers_and_whole_pairs_are_i_json() {
    read("[9007199254740991,-9007199254740991,1.5e300,\"\\ud83d\\ude00\\\\ud800\"]");
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    byte[][] texts = {
      {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '{', '}'},
      "\"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1),
      "{}".getBytes(StandardCharsets.UTF_16LE),
      "{}".getBytes(StandardCharsets.UTF_16),
      {'"', (byte) 0xC0, (byte) 0x80, '"'},
      {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
      {'"', (byte) 0xE2, (byte) 0x82}
    };
    for (byte[] text : texts) {
      assertThrows(JsonRejected.class, () -> JsonReader.read(text));
    }
  }

  @Test
  void depth_and_numbers_have_their_limits() {
    read("[".repeat(64) + "]".repeat(64));
    assertThrows(JsonRejected.class, () -> read("[".repeat(65) + "]".repeat(65)));
    assertThrows(JsonRejected.class, () -> read("[".repeat(10_000)));
    read("1." + "0".repeat(63));
    assertThrows(JsonRejected.class, () -> read("1." + "0".repeat(64)));
  }

  @Test
  void a_long_text_is_a_text() {
    String longText = "x".repeat(6_000_000);

    assertEquals(new JsonText(longText), read("\"" + longText + "\""));
  }

  @Test
  void names_made_to_collide_are_refused_and_do_no_harm_to_others() {
    String colliding =
        IntStream.range(0, 50_000)
            .mapToObj(i -> Integer.toBinaryString(1 << 16 | i).substring(1))
            .map(bits -> "\"" + bits.replace("0", "Aa").replace("1", "BB") + "\":1")
            .collect(Collectors.joining(","));

    JsonRejected refusal = assertThrows(JsonRejected.class, () -> read("{" + colliding + "}"));

    assertEquals("names made to collide", refusal.reason());
    assertEquals(1, object("{\"AaAaAaAaAaAaAaAaAaAaAaAaAaAaAaAa\":1}").size());
  }

  @Test
  void tokens_can_be_read_one_by_one_and_values_skipped() {
    JsonReader reader =
        JsonReader.over("{\"a\":[1,{\"b\":[]}],\"c\":{\"d\":null}}".getBytes(UTF_8));

    assertEquals(JsonToken.START_OBJECT, reader.next());
    assertEquals(JsonToken.NAME, reader.next());
    assertEquals("a", reader.text());
    assertEquals(JsonToken.START_ARRAY, reader.next());
    reader.skip();
    assertEquals(JsonToken.NAME, reader.next());
    assertEquals(JsonToken.START_OBJECT, reader.next());
    assertEquals(List.of("d"), ((JsonObject) reader.value()).names());
    assertEquals(JsonToken.END_OBJECT, reader.next());
    reader.expectEnd();
  }

  @Property(tries = 500)
  void any_bytes_are_read_or_refused(@ForAll byte[] text) {
    try {
      JsonReader.read(text);
    } catch (JsonRejected refusal) {
      assertTrue(refusal.offset() <= text.length);
    }
  }

  private static JsonObject object(String text) {
    return assertInstanceOf(JsonObject.class, read(text));
  }

  private static Json read(String text) {
    return JsonReader.read(text.getBytes(UTF_8));
  }
}
