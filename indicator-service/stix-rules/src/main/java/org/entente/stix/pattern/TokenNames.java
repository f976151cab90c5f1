package org.entente.stix.pattern;

import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.entente.stix.pattern.grammar.StixPatternParser;

/// What tokens are called in messages.
final class TokenNames {

  private static final IntervalSet NOT_BEFORE_PATH = IntervalSet.of(StixPatternParser.EXISTS);

  private TokenNames() {}

  static String expected(IntervalSet tokens) {
    if (tokens.equals(NOT_BEFORE_PATH)) {
      return "NOT stands behind the path and before the operator, or before EXISTS";
    }
    return tokens.toList().stream()
        .map(TokenNames::name)
        .distinct()
        .collect(Collectors.joining(", ", "expected ", ""));
  }

  private static String name(int type) {
    return switch (type) {
      case Token.EOF -> "an operator, a qualifier or the end";
      case StixPatternParser.NAME, StixPatternParser.HYPHENATED -> "a name";
      case StixPatternParser.STRING -> "a string";
      case StixPatternParser.WHOLE,
          StixPatternParser.NEGATIVE,
          StixPatternParser.FRACTION,
          StixPatternParser.TRUE,
          StixPatternParser.FALSE,
          StixPatternParser.HEX,
          StixPatternParser.BINARY,
          StixPatternParser.TIMESTAMP ->
          "a constant";
      default -> StixPatternParser.VOCABULARY.getLiteralName(type).replace("'", "");
    };
  }
}
