package org.entente.stix.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.erdtman.jcs.NumberToJSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
  @Property(tries = 1000)
  void another_implementation_of_rfc_8785_agrees(@ForAll("objects") String text)
      throws IOException {
    assertEquals(new JsonCanonicalizer(text).getEncodedString(), canonical(text));
  }

  @Property(tries = 5000)
  void numbers_are_written_as_ecmascript_writes_them(@ForAll long bits) throws IOException {
    double value = Double.longBitsToDouble(bits);
    // Below, the other implementation is wrong: it writes 1e-320 as 0.000…1e-178.
    boolean normal = Math.abs(value) >= Double.MIN_NORMAL;
    if (Double.isFinite(value) && normal) {
      assertEquals(NumberToJSON.serializeNumber(value), EcmaNumber.text(value));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4.9e-324,5e-324",
    "-4.9e-324,-5e-324",
    "2e-323,2e-323",
    "1e-320,1e-320",
    "1.7976931348623157e308,1.7976931348623157e+308",
    "9007199254740991,9007199254740991",
    "1e21,1e+21",
    "1e20,100000000000000000000",
    "9.999999999999999e20,999999999999999900000",
    "0.000001,0.000001",
    "1e-7,1e-7",
    "-0.0,0",
    "1.50e1,15",
    "333333333.3333332,333333333.3333332",
    "1E-27,1e-27"
  })
  void known_numbers(String written, String canonical) {
    assertEquals(canonical, canonical("[" + written + "]").replaceAll("[\\[\\]]", ""));
  }

  @Test
  void names_are_sorted_by_utf_16_code_units() {
    String text =
        "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"ö\":7}";

    assertEquals(
        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}",
        canonical(text));
  }

  @Test
  void only_wanted_members_are_written() {
    JsonObject object =
        (JsonObject) JsonReader.read("{\"b\":1,\"a\":[{}],\"c\":2}".getBytes(UTF_8));

    assertEquals("{\"a\":[{}],\"b\":1}", CanonicalJson.of(object, List.of("a", "b", "z")));
  }

  @Test
  void order_blanks_and_spelling_make_no_difference_and_content_does() {
    assertTrue(same("{\"a\":1.0,\"b\":\"\\u0041\"}", " {\"b\":\"A\", \"a\":1 }"));
    assertFalse(same("[1,2]", "[2,1]"));
    assertFalse(same("\"1\"", "1"));
  }

  @Provide
  Arbitrary<String> objects() {
    return object(3);
  }

  private static Arbitrary<String> object(int depth) {
    Arbitrary<String> value =
        depth == 0 ? scalar() : Arbitraries.oneOf(scalar(), object(depth - 1), array(depth - 1));
    return value
        .list()
        .ofMaxSize(5)
        .flatMap(values ->
            name()
                .list()
                .ofSize(values.size())
                .uniqueElements()
                .map(names -> members(names, values)));
  }

  private static Arbitrary<String> array(int depth) {
    Arbitrary<String> value =
        depth == 0 ? scalar() : Arbitraries.oneOf(scalar(), object(depth - 1));
    return value.list().ofMaxSize(4).map(values -> "[" + String.join(" , ", values) + "]");
  }

  private static Arbitrary<String> scalar() {
    return Arbitraries.oneOf(
        Arbitraries.of("true", "false", "null", "1", "-0", "1.25e-3", "1e300"), name());
  }

  private static Arbitrary<String> name() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "a", "B", "é", "한", "\\n", "\\u001f", "\\\"", "\\\\", "\\/", "\\ud83d\\ude00");
    return Combinators.combine(piece, piece.list().ofMaxSize(3))
        .as((first, more) -> "\"" + first + String.join("", more) + "\"");
  }

  private static String members(List<String> names, List<String> values) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < names.size(); i++) {
      text.append(i == 0 ? "" : ",").append(names.get(i)).append(" : ").append(values.get(i));
    }
    return text.append("}").toString();
  }

  private static boolean same(String left, String right) {
    return CanonicalJson.same(
        JsonReader.read(left.getBytes(UTF_8)), JsonReader.read(right.getBytes(UTF_8)));
  }

  private static String canonical(String text) {
    return CanonicalJson.of(JsonReader.read(text.getBytes(UTF_8)));
  }
}
