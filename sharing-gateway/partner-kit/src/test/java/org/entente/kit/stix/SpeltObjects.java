package org.entente.kit.stix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.entente.kit.json.JsonText;

/// JSON objects as odd people spell them.
final class SpeltObjects {

  private static final Arbitrary<String> SPACE = Arbitraries.of("", " ", "\n", "\t \r\n", "    ");

  private SpeltObjects() {}

  /// With type and id, between other members.
  static Arbitrary<String> objects() {
    return Combinators.combine(value(), value(), SPACE)
        .as((a, b, s) ->
            "{"
                + s
                + "\"a\":"
                + a
                + s
                + ",\"id\""
                + s
                + ":\"x\", \"type\":\"t\", \"a\":"
                + b
                + s
                + "}");
  }

  private static Arbitrary<String> value() {
    Arbitrary<String> scalar =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12).map(SpeltObjects::quoted),
            Arbitraries.of(
                "1.0e+1", "-0", "100000000000000000000", "true", "null", "\"\\u00e9\"", "\"한😀\""));
    return Arbitraries.oneOf(
        scalar,
        Combinators.combine(scalar, SPACE).as((v, s) -> "[" + s + v + s + "," + v + "]"),
        Combinators.combine(scalar, SPACE)
            .as((v, s) -> "{\"id\":\"no\"," + s + "\"objects\"" + s + ":[" + v + "]}"));
  }

  /// Texts as Java may hold them; what is no text in UTF-8 is left out.
  private static String quoted(String text) {
    String proper = new String(text.getBytes(UTF_8), UTF_8);
    String json = JsonText.of(Map.of("v", proper));
    return json.substring("{\"v\":".length(), json.length() - 1);
  }
}
