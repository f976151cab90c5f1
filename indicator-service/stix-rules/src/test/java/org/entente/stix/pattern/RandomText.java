package org.entente.stix.pattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Unicode text, and text that looks like a pattern.
final class RandomText {

  private static final String[] PIECES = {
    "[",
    "]",
    "(",
    ")",
    "file",
    ":",
    "size",
    ".",
    "'",
    "\\",
    "\\'",
    "'a'",
    " ",
    "=",
    "!=",
    "<",
    ">=",
    "IN",
    "LIKE",
    "NOT",
    "EXISTS",
    "AND",
    "OR",
    "FOLLOWEDBY",
    "REPEATS",
    "TIMES",
    "WITHIN",
    "SECONDS",
    "START",
    "STOP",
    "t'",
    "h'",
    "b'",
    "1",
    "-1",
    "1.5",
    "+",
    ",",
    "*",
    "true",
    "-",
    "é",
    "\u3000",
    "😀",
    "\ud83d",
    "\0",
    "x-y",
    "[file:size = 1]"
  };

  private RandomText() {}

  static Arbitrary<String> strings() {
    return Arbitraries.integers()
        .between(0, 0x10FFFF)
        .filter(point -> point < 0xD800 || point > 0xDFFF)
        .map(Character::toString)
        .list()
        .ofMaxSize(12)
        .map(points -> String.join("", points));
  }

  static Arbitrary<String> almostPatterns() {
    return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
  }
}
