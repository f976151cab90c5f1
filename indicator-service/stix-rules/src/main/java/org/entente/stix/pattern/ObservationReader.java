package org.entente.stix.pattern;

import static org.entente.stix.pattern.PatternRule.PATTERN_QUALIFIER_TWICE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.entente.stix.pattern.Observation.Joined;
import org.entente.stix.pattern.Observation.Junction;
import org.entente.stix.pattern.Observation.Qualified;
import org.entente.stix.pattern.Observation.Single;
import org.entente.stix.pattern.grammar.StixPatternParser.AlternativesContext;
import org.entente.stix.pattern.grammar.StixPatternParser.ObservationContext;
import org.entente.stix.pattern.grammar.StixPatternParser.QualifierContext;
import org.entente.stix.pattern.grammar.StixPatternParser.SequenceContext;
import org.entente.stix.pattern.grammar.StixPatternParser.TogetherContext;

/// From the parser's tree to observations (section 9.5).
final class ObservationReader {

  private final Source source;
  private final Findings findings;
  private final ConditionReader conditions;
  private final QualifierReader qualifiers;

  ObservationReader(Source source, Findings findings, ConditionReader conditions) {
    this.source = source;
    this.findings = findings;
    this.conditions = conditions;
    this.qualifiers = new QualifierReader(source, findings);
  }

  Observation sequence(SequenceContext tree) {
    return joined(Junction.FOLLOWEDBY, tree.alternatives(), this::alternatives);
  }

  private Observation alternatives(AlternativesContext tree) {
    return joined(Junction.OR, tree.together(), this::together);
  }

  private Observation together(TogetherContext tree) {
    return joined(Junction.AND, tree.observation(), this::observation);
  }

  private static <T> Observation joined(
      Junction junction, List<T> trees, Function<T, Observation> read) {
    var operands = trees.stream().map(read).toList();
    return operands.size() == 1 ? operands.getFirst() : new Joined(junction, operands);
  }

  private Observation observation(ObservationContext tree) {
    var inner = tree.condition() == null ? sequence(tree.sequence()) : single(tree);
    var behind = tree.qualifier();
    return behind.isEmpty() ? inner : new Qualified(inner, qualified(behind));
  }

  private Observation single(ObservationContext tree) {
    var condition = conditions.condition(tree.condition());
    RootTypes.check(condition, source.position(tree.getStart()), findings);
    return new Single(condition);
  }

  private List<Qualifier> qualified(List<QualifierContext> trees) {
    var read = new ArrayList<Qualifier>();
    var kinds = new HashSet<Class<?>>();
    for (var tree : trees) {
      var qualifier = qualifiers.qualifier(tree);
      if (!kinds.add(qualifier.getClass())) {
        int position = source.position(tree.getStart());
        findings.add(
            PATTERN_QUALIFIER_TWICE, position, "an expression has one qualifier of each kind");
      }
      read.add(qualifier);
    }
    return read;
  }
}
