package org.entente.stix.pattern;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.entente.stix.pattern.Condition.All;
import org.entente.stix.pattern.Condition.Any;
import org.entente.stix.pattern.Condition.Comparison;
import org.entente.stix.pattern.Condition.Exists;
import org.entente.stix.pattern.grammar.StixPatternParser;
import org.entente.stix.pattern.grammar.StixPatternParser.ComparisonContext;
import org.entente.stix.pattern.grammar.StixPatternParser.ConditionContext;
import org.entente.stix.pattern.grammar.StixPatternParser.ConjunctionContext;
import org.entente.stix.pattern.grammar.StixPatternParser.ExistsContext;
import org.entente.stix.pattern.grammar.StixPatternParser.TestContext;

/// From the parser's tree to conditions (section 9.6).
final class ConditionReader {

  private final Source source;
  private final PathReader paths;
  private final ConstantReader constants;
  private final ComparisonChecks checks;
  private final IdentityHashMap<Comparison, Integer> places = new IdentityHashMap<>();

  ConditionReader(Source source, Findings findings) {
    this.source = source;
    paths = new PathReader(source, findings);
    constants = new ConstantReader(source, findings);
    checks = new ComparisonChecks(findings);
  }

  Condition condition(ConditionContext tree) {
    return joined(tree.conjunction(), this::conjunction, Any::new);
  }

  private Condition conjunction(ConjunctionContext tree) {
    return joined(tree.test(), this::test, All::new);
  }

  private static <T> Condition joined(
      List<T> trees, Function<T, Condition> read, Function<List<Condition>, Condition> join) {
    var operands = trees.stream().map(read).toList();
    return operands.size() == 1 ? operands.getFirst() : join.apply(operands);
  }

  private Condition test(TestContext tree) {
    if (tree.condition() != null) {
      return condition(tree.condition());
    }
    return tree.exists() != null ? exists(tree.exists()) : comparison(tree.comparison());
  }

  private Condition exists(ExistsContext tree) {
    var path = paths.path(tree.path());
    checks.path(path, source.position(tree.path().getStart()));
    return new Exists(path, tree.NOT() != null);
  }

  private Condition comparison(ComparisonContext tree) {
    int position = source.position(tree.getStart());
    var path = paths.path(tree.path());
    var relation = tree.getChild(tree.getChildCount() - 1);
    var operator = operator(((TerminalNode) relation.getChild(0)).getSymbol().getType());
    var comparison = new Comparison(path, tree.NOT() != null, operator, operands(tree));
    checks.path(path, position);
    checks.comparison(comparison, position);
    places.put(comparison, position);
    return comparison;
  }

  /// Where the comparisons read so far stand; by identity, for equal ones stand in several places.
  IdentityHashMap<Comparison, Integer> places() {
    return places;
  }

  private List<Constant> operands(ComparisonContext tree) {
    if (tree.membership() != null) {
      return tree.membership().constant().stream().map(constants::constant).toList();
    }
    var relation = tree.getChild(tree.getChildCount() - 1);
    return List.of(constants.constant(relation.getChild(1)));
  }

  private static Operator operator(int token) {
    return switch (token) {
      case StixPatternParser.EQUAL -> Operator.EQUAL;
      case StixPatternParser.UNEQUAL -> Operator.UNEQUAL;
      case StixPatternParser.LESS -> Operator.LESS;
      case StixPatternParser.LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
      case StixPatternParser.GREATER -> Operator.GREATER;
      case StixPatternParser.GREATER_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
      case StixPatternParser.IN -> Operator.IN;
      case StixPatternParser.LIKE -> Operator.LIKE;
      case StixPatternParser.MATCHES -> Operator.MATCHES;
      case StixPatternParser.ISSUBSET -> Operator.ISSUBSET;
      default -> Operator.ISSUPERSET;
    };
  }
}
