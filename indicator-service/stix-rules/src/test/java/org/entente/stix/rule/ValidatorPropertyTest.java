package org.entente.stix.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonPointer;

class ValidatorPropertyTest {
  private static final List<Validator> ALL =
      Stream.of(Profile.values()).map(Validator::of).toList();

  @Property(tries = 1000)
  void any_json_is_checked_without_an_exception(@ForAll("objects") String text) {
    JsonObject object = Samples.object(text);
    for (Validator validator : ALL) {
      Findings findings = validator.check(object);

      findings.kept().forEach(finding -> pointsInto(object, finding));
      assertEquals(findings.isValid(), findings.errorList().isEmpty());
    }
  }

  @Property(tries = 1000)
  void any_member_of_any_value_is_checked_without_an_exception(
      @ForAll("types") ObjectType type, @ForAll int which, @ForAll("values") String value) {
    List<String> names =
        type.shape().properties().stream().map(org.entente.stix.rule.Property::name).toList();
    String name = names.get(Math.floorMod(which, names.size()));
    JsonObject object = Samples.object(TypesTest.with(TypesTest.smallest(type), name, value));

    ALL.forEach(v -> v.check(object).kept().forEach(finding -> pointsInto(object, finding)));
  }

  @Property(tries = 500)
  void whatever_is_null_or_empty_is_refused(
      @ForAll("types") ObjectType type, @ForAll int which, @ForAll("nothings") String nothing) {
    JsonObject valid = Samples.object(TypesTest.smallest(type));
    String name = valid.name(Math.floorMod(which, valid.size()));
    List<String> broken = Samples.broken(TypesTest.with(TypesTest.smallest(type), name, nothing));

    assertTrue(broken.contains("STIX_EMPTY /" + name), broken.toString());
  }

  /// To something that is there, or should be.
  private static void pointsInto(JsonObject object, Finding finding) {
    String pointer = finding.pointer();
    int last = pointer.lastIndexOf('/');
    String parent = last < 0 ? "" : pointer.substring(0, last);
    assertTrue(
        JsonPointer.find(object, parent).isPresent() || finding.rule() == Rule.STIX_REQUIRED,
        finding.toString());
  }

  @Provide
  Arbitrary<ObjectType> types() {
    return Arbitraries.of(ObjectTypes.all());
  }

  @Provide
  Arbitrary<String> nothings() {
    return Arbitraries.of("null", "[]", "{}");
  }

  @Provide
  Arbitrary<String> values() {
    return value(3);
  }

  @Provide
  Arbitrary<String> objects() {
    return object(value(2), 10);
  }

  private static Arbitrary<String> value(int depth) {
    Arbitrary<String> scalar =
        Arbitraries.oneOf(
            Arbitraries.of("null", "true", "-1", "1.5", "9007199254740991", "[]", "{}"),
            Arbitraries.of("type", "tool", "tlp", "stix", "2.1", Samples.id("url"), Samples.GREEN)
                .map(text -> "\"" + text + "\""),
            Arbitraries.of("a", "b", "-", "_", ".", ":", "[", "]", "'", "0", "é", "😀")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts))
                .map(text -> "\"" + text + "\""));
    if (depth == 0) {
      return scalar;
    }
    Arbitrary<String> inner = value(depth - 1);
    return Arbitraries.oneOf(
        scalar,
        inner.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
        object(inner, 4));
  }

  private static Arbitrary<String> object(Arbitrary<String> value, int most) {
    Arbitrary<String> name =
        Arbitraries.oneOf(
            Arbitraries.of(
                ObjectTypes.all().stream()
                    .flatMap(type -> type.shape().properties().stream())
                    .map(org.entente.stix.rule.Property::name)
                    .distinct()
                    .toList()),
            Arbitraries.of(
                "x_a", "extension_type", "marking_ref", "selectors", "lang", "MD5", "a~/b"));
    return name.list()
        .uniqueElements()
        .ofMaxSize(most)
        .flatMap(names ->
            value.list().ofSize(names.size()).map(values -> "{" + members(names, values) + "}"));
  }

  private static String members(List<String> names, List<String> values) {
    return Stream.iterate(0, i -> i < names.size(), i -> i + 1)
        .map(i -> "\"" + names.get(i) + "\":" + values.get(i))
        .collect(java.util.stream.Collectors.joining(","));
  }
}
