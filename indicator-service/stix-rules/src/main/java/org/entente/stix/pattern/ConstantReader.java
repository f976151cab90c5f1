package org.entente.stix.pattern;

import static org.entente.stix.pattern.PatternRule.PATTERN_BINARY;
import static org.entente.stix.pattern.PatternRule.PATTERN_FLOAT;
import static org.entente.stix.pattern.PatternRule.PATTERN_HEX;
import static org.entente.stix.pattern.PatternRule.PATTERN_INTEGER;
import static org.entente.stix.pattern.PatternRule.PATTERN_TIMESTAMP;

import java.util.Base64;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.entente.stix.pattern.grammar.StixPatternParser;

/// Reads and checks constants (section 9.2).
final class ConstantReader {

  /// The largest integer of STIX has sixteen digits.
  private static final int DIGITS = 16;

  private static final long LARGEST = (1L << 53) - 1;

  private final Source source;
  private final Findings findings;

  ConstantReader(Source source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  /// Reads the token at the bottom of a tree that is nothing but one constant.
  Constant constant(ParseTree tree) {
    var node = tree;
    while (!(node instanceof TerminalNode)) {
      node = node.getChild(0);
    }
    return token(((TerminalNode) node).getSymbol());
  }

  private Constant token(Token token) {
    return switch (token.getType()) {
      case StixPatternParser.STRING -> new Constant.Text(unquoted(source.text(token)));
      case StixPatternParser.FRACTION -> fraction(token);
      case StixPatternParser.HEX -> hex(token);
      case StixPatternParser.BINARY -> binary(token);
      case StixPatternParser.TIMESTAMP -> timestamp(token);
      case StixPatternParser.TRUE, StixPatternParser.FALSE ->
          new Constant.Truth(token.getType() == StixPatternParser.TRUE);
      default -> whole(token);
    };
  }

  /// The text between the apostrophes, with its escapes resolved.
  static String unquoted(String quoted) {
    var text = new StringBuilder(quoted.length());
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      text.append(c == '\\' ? quoted.charAt(++i) : c);
    }
    return text.toString();
  }

  Constant.Whole whole(Token token) {
    var digits = source.text(token);
    int length = digits.length() - (digits.charAt(0) == '-' ? 1 : 0);
    if (length > DIGITS || Math.abs(Long.parseLong(digits)) > LARGEST) {
      findings.add(
          PATTERN_INTEGER, source.position(token), "integers lie within 2^53 - 1 around zero");
    }
    return new Constant.Whole(digits);
  }

  private Constant fraction(Token token) {
    var digits = source.text(token);
    if (Double.isInfinite(Double.parseDouble(digits))) {
      findings.add(PATTERN_FLOAT, source.position(token), "no double of IEEE 754 is so large");
    }
    return new Constant.Fraction(digits);
  }

  private Constant hex(Token token) {
    var digits = inner(token);
    boolean octets = digits.length() % 2 == 0;
    boolean lower = digits.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    if (!octets || !lower) {
      findings.add(
          PATTERN_HEX, source.position(token), "h'…' holds pairs of the digits 0 to 9 and a to f");
    }
    return new Constant.Hex(digits);
  }

  private Constant binary(Token token) {
    var base64 = inner(token);
    if (!isBase64(base64.replace("\r\n", "").replace("\n", ""))) {
      findings.add(
          PATTERN_BINARY, source.position(token), "b'…' holds base64 of RFC 4648 with its padding");
    }
    return new Constant.Binary(base64);
  }

  /// The JDK's decoder forgives missing padding and stray bits; encoding again does not.
  private static boolean isBase64(String text) {
    try {
      return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text)).equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  Constant.Timestamp timestamp(Token token) {
    var text = inner(token);
    if (!Timestamps.valid(text)) {
      findings.add(
          PATTERN_TIMESTAMP,
          source.position(token),
          "t'…' holds a time of RFC 3339 in UTC with Z, on a day that exists");
    }
    return new Constant.Timestamp(text);
  }

  private String inner(Token token) {
    var text = source.text(token);
    return text.substring(2, text.length() - 1);
  }
}
