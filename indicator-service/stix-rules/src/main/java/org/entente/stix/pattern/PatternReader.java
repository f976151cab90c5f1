package org.entente.stix.pattern;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.entente.stix.pattern.grammar.StixPatternLexer;
import org.entente.stix.pattern.grammar.StixPatternParser;

/// The way from a text to a pattern.
final class PatternReader {

  private PatternReader() {}

  static StixPattern read(String text) {
    var source = Scan.source(text);
    var findings = new Findings();
    var conditions = new ConditionReader(source, findings);
    var observations = new ObservationReader(source, findings, conditions);
    var expression = observations.sequence(parser(source).pattern().sequence());
    var keys = new KeyCollector(conditions.places(), findings).collect(expression);
    return new StixPattern(expression, Levels.of(expression), findings.all(), keys);
  }

  private static StixPatternParser parser(Source source) {
    var lexer = new StixPatternLexer(source.shape());
    lexer.removeErrorListeners();
    var parser = new StixPatternParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.setErrorHandler(new SyntaxErrors(source));
    // One token decides everywhere, so the cheaper prediction is the exact one.
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    return parser;
  }
}
