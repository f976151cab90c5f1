package org.entente.stix.pattern;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.entente.stix.pattern.Condition.All;
import org.entente.stix.pattern.Condition.Any;
import org.entente.stix.pattern.Condition.Comparison;
import org.entente.stix.pattern.Condition.Exists;
import org.entente.stix.pattern.Observation.Joined;
import org.entente.stix.pattern.Observation.Junction;
import org.entente.stix.pattern.Observation.Qualified;
import org.entente.stix.pattern.Observation.Single;

/// Patterns drawn from the model, right and wrong ones, but all of the grammar.
final class RandomPatterns {

  private static final int DEPTH = 3;

  private RandomPatterns() {}

  static Arbitrary<Observation> observations() {
    return observations(DEPTH);
  }

  private static Arbitrary<Observation> observations(int depth) {
    Arbitrary<Observation> single = conditions(DEPTH).map(Single::new);
    if (depth == 0) {
      return single;
    }
    Arbitrary<Observation> inner = Arbitraries.lazy(() -> observations(depth - 1));
    Arbitrary<Observation> joined =
        Combinators.combine(Arbitraries.of(Junction.values()), pairs(inner)).as(Joined::new);
    Arbitrary<Observation> qualified =
        Combinators.combine(inner, qualifier().list().ofMinSize(1).ofMaxSize(3)).as(Qualified::new);
    return Arbitraries.oneOf(single, joined, qualified);
  }

  private static Arbitrary<Condition> conditions(int depth) {
    Arbitrary<Condition> leaf = Arbitraries.oneOf(List.of(comparison(), exists()));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Condition> inner = Arbitraries.lazy(() -> conditions(depth - 1));
    Arbitrary<Condition> all = pairs(inner).map(All::new);
    Arbitrary<Condition> any = pairs(inner).map(Any::new);
    return Arbitraries.oneOf(List.of(leaf, all, any));
  }

  private static <T> Arbitrary<List<T>> pairs(Arbitrary<T> inner) {
    return inner.list().ofMinSize(2).ofMaxSize(3);
  }

  private static Arbitrary<Condition> exists() {
    return Combinators.combine(path(), Arbitraries.of(true, false)).as(Exists::new);
  }

  private static Arbitrary<Condition> comparison() {
    return Arbitraries.of(Operator.values())
        .flatMap(operator ->
            Combinators.combine(path(), Arbitraries.of(true, false), constants(operator))
                .as((path, not, values) -> new Comparison(path, not, operator, values)));
  }

  private static Arbitrary<List<Constant>> constants(Operator operator) {
    return switch (operator) {
      case EQUAL, UNEQUAL -> Arbitraries.oneOf(List.of(ordered(), truth())).list().ofSize(1);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> ordered().list().ofSize(1);
      case IN -> Arbitraries.oneOf(List.of(ordered(), truth())).list().ofMinSize(1).ofMaxSize(3);
      case LIKE, MATCHES, ISSUBSET, ISSUPERSET -> text().list().ofSize(1);
    };
  }

  private static Arbitrary<Constant> truth() {
    return Arbitraries.of(true, false).map(Constant.Truth::new);
  }

  private static Arbitrary<Constant> text() {
    return RandomText.strings().map(Constant.Text::new);
  }

  private static Arbitrary<Constant> ordered() {
    Arbitrary<Constant> whole = Arbitraries.longs().map(i -> new Constant.Whole("" + i));
    Arbitrary<Constant> fraction =
        Arbitraries.bigDecimals().ofScale(3).map(d -> new Constant.Fraction(d.toPlainString()));
    Arbitrary<Constant> hex = inner().map(Constant.Hex::new);
    Arbitrary<Constant> binary = inner().map(Constant.Binary::new);
    Arbitrary<Constant> time = inner().map(Constant.Timestamp::new);
    return Arbitraries.oneOf(List.of(text(), whole, fraction, hex, binary, time));
  }

  /// What may stand between apostrophes unescaped, valid or not.
  private static Arbitrary<String> inner() {
    return Arbitraries.strings().withChars("0123456789abcdefTZ:-.=+/ \u20ac").ofMaxLength(24);
  }

  private static Arbitrary<Qualifier> qualifier() {
    Arbitrary<Constant.Whole> times =
        Arbitraries.integers().between(0, 100).map(i -> new Constant.Whole("" + i));
    Arbitrary<Constant.Timestamp> time = inner().map(Constant.Timestamp::new);
    return Arbitraries.oneOf(
        times.map(Qualifier.Repeats::new),
        times.map(Qualifier.Within::new),
        Combinators.combine(time, time).as(Qualifier.StartStop::new));
  }

  private static Arbitrary<ObjectPath> path() {
    var types = Arbitraries.of("file", "ipv4-addr", "network-traffic", "user-account", "x-a", "Q");
    return Combinators.combine(types, property(), step().list().ofMaxSize(4))
        .as(RandomPatterns::path);
  }

  /// An index stands behind a name only.
  private static ObjectPath path(String type, ObjectPath.Step first, List<ObjectPath.Step> drawn) {
    var steps = new ArrayList<ObjectPath.Step>(List.of(first));
    for (var step : drawn) {
      boolean name = step instanceof ObjectPath.Step.Property;
      if (name || steps.getLast() instanceof ObjectPath.Step.Property) {
        steps.add(step);
      }
    }
    return new ObjectPath(type, steps);
  }

  private static Arbitrary<ObjectPath.Step> step() {
    return Arbitraries.oneOf(
        List.of(
            property(),
            Arbitraries.integers().between(0, 99).map(i -> new ObjectPath.Step.Item("" + i)),
            Arbitraries.just(new ObjectPath.Step.AnyItem())));
  }

  private static Arbitrary<ObjectPath.Step> property() {
    var known =
        Arbitraries.of("value", "name", "hashes", "MD5", "SHA-256", "src_ref", "NOT", "type");
    return Arbitraries.oneOf(List.of(known, RandomText.strings()))
        .map(ObjectPath.Step.Property::new);
  }
}
