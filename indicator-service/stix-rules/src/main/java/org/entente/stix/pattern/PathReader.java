package org.entente.stix.pattern;

import static org.entente.stix.pattern.PatternRule.PATTERN_PROPERTY_NAME;
import static org.entente.stix.pattern.PatternRule.PATTERN_TYPE_NAME;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.entente.stix.pattern.ObjectPath.Step;
import org.entente.stix.pattern.PatternRejected.Code;
import org.entente.stix.pattern.grammar.StixPatternParser.IndexContext;
import org.entente.stix.pattern.grammar.StixPatternParser.PathContext;
import org.entente.stix.pattern.grammar.StixPatternParser.PropertyContext;

/// Reads object paths (section 9.7) and checks their names (sections 2.1, 3.1 and 2.3).
final class PathReader {

  private static final int LONGEST = 250;
  private static final int SHORTEST = 3;
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*+(-[a-z0-9]++)*+");
  private static final Pattern PROPERTY = Pattern.compile("[a-z][a-z0-9_]*+");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]++");

  private final Source source;
  private final Findings findings;

  PathReader(Source source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  ObjectPath path(PathContext tree) {
    var type = tree.objectType().getText();
    checkType(type, source.position(tree.getStart()));
    var steps = new ArrayList<Step>();
    int end = tree.getStart().getStartIndex();
    for (var child : tree.children) {
      end = adjoining(child, end);
      switch (child) {
        case PropertyContext property -> steps.add(property(property, steps.isEmpty()));
        case IndexContext index -> steps.add(index(index));
        default -> {}
      }
    }
    return new ObjectPath(type, steps);
  }

  /// A path is one word: what its grammar has no space for has none.
  private int adjoining(ParseTree tree, int end) {
    if (tree instanceof TerminalNode leaf) {
      return adjoining(leaf.getSymbol(), end);
    }
    int next = end;
    for (int i = 0; i < tree.getChildCount(); i++) {
      next = adjoining(tree.getChild(i), next);
    }
    return next;
  }

  private int adjoining(Token token, int end) {
    if (token.getStartIndex() != end) {
      throw new PatternRejected(
          Code.PATTERN_SPACE, source.position(token), "an object path holds no white space");
    }
    return token.getStopIndex() + 1;
  }

  private Step property(PropertyContext tree, boolean first) {
    var token = tree.getStart();
    var quoted = tree.STRING() != null;
    var name = quoted ? ConstantReader.unquoted(source.text(token)) : source.text(token);
    boolean right = name.length() <= LONGEST && (first ? PROPERTY : KEY).matcher(name).matches();
    if (!right) {
      findings.add(
          PATTERN_PROPERTY_NAME,
          source.position(token),
          first
              ? "a property begins with a letter and holds a to z, 0 to 9 and _, at most 250"
              : "a property or key holds letters, digits, _, - and ., at most 250");
    }
    return new Step.Property(name);
  }

  private static Step index(IndexContext tree) {
    return tree.STAR() == null ? new Step.Item(tree.WHOLE().getText()) : new Step.AnyItem();
  }

  private void checkType(String type, int position) {
    boolean length = type.length() >= SHORTEST && type.length() <= LONGEST;
    if (!length || !TYPE.matcher(type).matches()) {
      findings.add(
          PATTERN_TYPE_NAME,
          position,
          "a type has 3 to 250 of a to z, 0 to 9 and single hyphens, a letter first");
    }
  }
}
