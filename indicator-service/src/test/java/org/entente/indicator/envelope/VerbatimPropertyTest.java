package org.entente.indicator.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.entente.indicator.refusal.Refusal;

class VerbatimPropertyTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Property(tries = 300)
  void every_slice_is_the_object_as_it_was_written(
      @ForAll("objects") List<String> objects, @ForAll("blanks") String blank) {
    String body =
        blank + "{" + blank + "\"objects\":[" + String.join(blank + "," + blank, objects) + "]}";

    Envelope envelope = EnvelopeReader.read(body.getBytes(StandardCharsets.UTF_8), 100);

    List<String> slices =
        envelope.objects().stream()
            .map(object -> new String(object.bytes().toBytes(), StandardCharsets.UTF_8))
            .toList();
    assertEquals(objects, slices);
  }

  @Property(tries = 300)
  void a_body_cut_short_is_refused(@ForAll("objects") List<String> objects, @ForAll int where) {
    byte[] body =
        ("{\"objects\":[" + String.join(",", objects) + "]}").getBytes(StandardCharsets.UTF_8);
    byte[] cut = java.util.Arrays.copyOf(body, Math.floorMod(where, body.length));

    assertThrows(Refusal.JsonInvalid.class, () -> EnvelopeReader.read(cut, 100));
  }

  @Provide
  Arbitrary<List<String>> objects() {
    return object().list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> blanks() {
    return Arbitraries.of("", " ", "\n", "\t \r\n");
  }

  private Arbitrary<String> object() {
    Arbitrary<String> value =
        Arbitraries.lazyOf(
            () -> texts().map(VerbatimPropertyTest::quoted),
            () -> Arbitraries.of("1", "-0.0", "1.50e-7", "true", "false", "9007199254740991"),
            () -> Arbitraries.of("[]", "{}", "[[{\"a\" : [1, 2]}]]", "null"),
            this::object);
    return Combinators.combine(value.list().ofMaxSize(5), blanks()).as(this::object);
  }

  private String object(List<String> values, String blank) {
    StringBuilder text = new StringBuilder("{" + blank);
    for (int i = 0; i < values.size(); i++) {
      text.append(i == 0 ? "" : "," + blank);
      text.append("\"k").append(i).append("\"").append(blank).append(":").append(values.get(i));
    }
    return text.append(blank).append("}").toString();
  }

  private static StringArbitrary texts() {
    return Arbitraries.strings()
        .withChars('a', 'é', '한', '"', '\\', '{', '}', '[', ',', '\n')
        .ofMaxLength(12);
  }

  private static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
