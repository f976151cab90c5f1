package org.entente.stix.pattern;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/// The text of a pattern beside its shape, which is what the lexer sees: the letters inside strings
/// that are not ASCII are replaced, for they decide nothing and the lexer is many times slower on
/// them. Both have the same length in UTF-16 units, so that places in one are places in the other.
final class Source {

  private final String text;
  private final String shape;

  Source(String text, String shape) {
    this.text = text;
    this.shape = shape;
  }

  CharStream shape() {
    return CharStreams.fromString(shape);
  }

  /// What stands in the pattern.
  String text(Token token) {
    return text.substring(token.getStartIndex(), token.getStopIndex() + 1);
  }

  /// Where it stands, as an index into the string.
  int position(Token token) {
    return token.getType() == Token.EOF ? text.length() : token.getStartIndex();
  }

  int position(TerminalNode node) {
    return position(node.getSymbol());
  }
}
