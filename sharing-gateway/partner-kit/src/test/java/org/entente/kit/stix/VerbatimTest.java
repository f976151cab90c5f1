package org.entente.kit.stix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.kit.json.JsonText;

/** Objects are cut out byte for byte: spelling, order, space and escapes are the producer's. */
class VerbatimTest {

  private static final Arbitrary<String> SPACE = Arbitraries.of("", " ", "\n", "\t \r\n", "    ");

  /** JSON values as odd people spell them. */
  private static Arbitrary<String> value() {
    Arbitrary<String> scalar =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12).map(VerbatimTest::quoted),
            Arbitraries.of(
                "1.0e+1", "-0", "100000000000000000000", "true", "null", "\"\\u00e9\"", "\"한\""));
    return Arbitraries.oneOf(
        scalar,
        Combinators.combine(scalar, SPACE).as((v, s) -> "[" + s + v + s + "," + v + "]"),
        Combinators.combine(scalar, SPACE)
            .as((v, s) -> "{\"id\":\"no\"," + s + "\"x\"" + s + ":" + v + "}"));
  }

  /** Texts as Java may hold them; what is no text in UTF-8 is left out. */
  private static String quoted(String text) {
    String proper = new String(text.getBytes(UTF_8), UTF_8);
    String json = JsonText.of(Map.of("v", proper));
    return json.substring("{\"v\":".length(), json.length() - 1);
  }

  @Provide
  Arbitrary<String> object() {
    return Combinators.combine(value(), value(), SPACE)
        .as((a, b, s) ->
            "{" + s + "\"a\":" + a + s + ",\"id\"" + s + ":\"x\", \"a\":" + b + s + "}");
  }

  @Property(tries = 500)
  void objects_come_out_as_they_went_in(
      @ForAll List<@net.jqwik.api.From("object") String> objects, @ForAll boolean bundle) {
    String type = bundle ? "\"type\" : \"bundle\"," : "\"more\":false,";
    byte[] document =
        ("\n{" + type + " \"objects\" :[ " + String.join(" ,\n", objects) + "]\t}\n")
            .getBytes(UTF_8);

    StixInput input = StixInput.of(document);
    byte[] envelope = input.envelope(document);

    assertEquals(objects, texts(input));
    assertEquals(objects, texts(StixInput.of(envelope)));
    assertEquals(bundle, input.bundle());
    if (!bundle) {
      assertArrayEquals(document, envelope);
    }
  }

  private static List<String> texts(StixInput input) {
    return input.objects().stream().map(object -> new String(object.bytes(), UTF_8)).toList();
  }
}
