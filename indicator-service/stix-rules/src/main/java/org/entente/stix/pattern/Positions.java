package org.entente.stix.pattern;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Where tokens stand in the string; the parser counts code points.
final class Positions {

  private final int length;
  private final int[] units;

  Positions(String text) {
    length = text.length();
    int points = text.codePointCount(0, length);
    units = points == length ? new int[0] : table(text, points);
  }

  private static int[] table(String text, int points) {
    var table = new int[points];
    for (int point = 0, unit = 0; point < points; point++) {
      table[point] = unit;
      unit += Character.charCount(text.codePointAt(unit));
    }
    return table;
  }

  int of(Token token) {
    int point = token.getStartIndex();
    if (token.getType() == Token.EOF) {
      return length;
    }
    return units.length == 0 ? point : units[point];
  }

  int of(TerminalNode node) {
    return of(node.getSymbol());
  }
}
