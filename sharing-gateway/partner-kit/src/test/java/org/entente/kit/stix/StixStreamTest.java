package org.entente.kit.stix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.entente.kit.stix.StixPiece.TooLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StixStreamTest {

  private static List<StixPiece> pieces(InputStream in, int longest) throws IOException {
    List<StixPiece> pieces = new ArrayList<>();
    try (StixStream stream = new StixStream(in, longest)) {
      for (Optional<StixPiece> piece = stream.next(); piece.isPresent(); piece = stream.next()) {
        pieces.add(piece.get());
      }
    }
    return pieces;
  }

  private static List<String> texts(byte[] document, int step) throws IOException {
    return pieces(new Trickle(document, step), 1 << 20).stream()
        .map(piece -> new String(assertInstanceOf(StixSlice.class, piece).bytes(), UTF_8))
        .toList();
  }

  private static List<String> texts(String document) throws IOException {
    return texts(document.getBytes(UTF_8), 8000);
  }

  @Provide
  Arbitrary<String> object() {
    return SpeltObjects.objects();
  }

  @Property(tries = 300)
  void objects_come_out_as_they_went_in_whatever_is_read_at_once(
      @ForAll List<@From("object") String> objects,
      @ForAll @IntRange(min = 1, max = 40) int step,
      @ForAll boolean lines)
      throws IOException {
    String document =
        lines
            ? String.join("\n", objects)
            : "\n{\"type\":\"bundle\", \"objects\" :[ " + String.join(" ,\n", objects) + "]\t}\n";

    assertEquals(objects, texts(document.getBytes(UTF_8), step));
  }

  @Test
  void documents_of_all_kinds_may_follow_each_other() throws IOException {
    assertEquals(
        List.of("{\"id\":\"1\"}", "{ \"type\":\"x\",\"objects\":{\"0\":{}} }", "{}", "{\"a\":[]}"),
        texts(
            """
            {"type":"bundle","objects":[{"id":"1"}],"id":"bundle--1"} {}
            { "type":"x","objects":{"0":{}} }{"more":false}
            {"more":true,"next":"n","objects":[{} , {"a":[]}]}{"type":"bundle"}
            """));
    assertEquals(List.of(), texts(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"objects\":[],\"objects\":[]}",
        "\ufeff{\"objects\":[]}",
        "[]",
        "{",
        "{\"objects\":[[]]}",
        "{\"objects\":[{}",
        "{\"objects\":[{}]",
        "{\"objects\":{}}",
        "{\"id\":\"no type\"}",
        "{\"objects\":[1]}",
        "{\"type\":\"x\"} 1",
      })
  void what_is_neither_is_not_read(String text) {
    assertThrows(StixUnreadable.class, () -> texts(text), text);
  }

  @Test
  void other_encodings_are_not_read_even_where_nobody_looks() {
    for (Charset other : List.of(UTF_16, UTF_16LE, Charset.forName("UTF-32BE"))) {
      byte[] bytes = "{\"objects\":[{\"id\":\"한\"}]}".getBytes(other);
      assertThrows(StixUnreadable.class, () -> texts(bytes, 8000), other.name());
    }
    byte[] latin = "{\"objects\":[{\"a\":{\"b\":[\"é\"]}}]}".getBytes(ISO_8859_1);
    assertThrows(StixUnreadable.class, () -> texts(latin, 1));
    byte[] cut = "{\"type\":\"x\"} 한".getBytes(UTF_8);
    assertThrows(
        StixUnreadable.class, () -> texts(java.util.Arrays.copyOf(cut, cut.length - 1), 3));
  }

  @Test
  void of_an_object_that_is_too_long_only_id_and_length_are_known() throws IOException {
    String longer = "{\"id\":\"long\",\"a\":\"" + "x".repeat(50_000) + "\"}";
    String document =
        "{\"objects\":[{\"id\":\"1\"},"
            + longer
            + ",{\"id\":\"2\"}]}"
            + longer.replace("{", "{\"type\":\"t\",");

    List<StixPiece> pieces = pieces(new Trickle(document.getBytes(UTF_8), 700), 20);

    assertEquals(4, pieces.size());
    assertEquals(new TooLong("long", longer.length()), pieces.get(1));
    assertEquals("{\"id\":\"2\"}", new String(((StixSlice) pieces.get(2)).bytes(), UTF_8));
    assertEquals(new TooLong("long", longer.length() + 11), pieces.get(3));
  }
}
