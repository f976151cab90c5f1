package org.entente.stix.pattern;

import static org.entente.stix.pattern.grammar.StixPatternParser.BAD_NUMBER;
import static org.entente.stix.pattern.grammar.StixPatternParser.HYPHENATED;
import static org.entente.stix.pattern.grammar.StixPatternParser.NAME;
import static org.entente.stix.pattern.grammar.StixPatternParser.NOT;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.entente.stix.pattern.PatternRejected.Code;

/// Makes the first syntax error the refusal instead of guessing on. ANTLR's own words would repeat
/// the text.
final class SyntaxErrors extends DefaultErrorStrategy {

  private final Source source;

  SyntaxErrors(Source source) {
    this.source = source;
  }

  @Override
  public void reportError(Parser parser, RecognitionException cause) {
    throw rejected(parser);
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw rejected(parser);
  }

  @Override
  protected void reportUnwantedToken(Parser parser) {
    throw rejected(parser);
  }

  @Override
  protected void reportMissingToken(Parser parser) {
    throw rejected(parser);
  }

  private PatternRejected rejected(Parser parser) {
    var token = parser.getCurrentToken();
    var expected = parser.getExpectedTokens();
    return switch (token.getType()) {
      case BAD_NUMBER ->
          rejected(
              Code.PATTERN_NUMBER,
              token,
              "numbers have no plus sign, exponent or leading zero, and a space before a word");
      case HYPHENATED ->
          expected.contains(NAME)
              ? rejected(
                  Code.PATTERN_QUOTING, token, "a property with a hyphen stands in apostrophes")
              : rejected(Code.PATTERN_SYNTAX, token, TokenNames.expected(expected));
      case NOT ->
          rejected(Code.PATTERN_SYNTAX, token, "NOT stands before an operator, behind the path");
      default -> rejected(Code.PATTERN_SYNTAX, token, TokenNames.expected(expected));
    };
  }

  private PatternRejected rejected(Code code, Token token, String message) {
    return new PatternRejected(code, source.position(token), message);
  }
}
