package org.entente.stix.rule;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Words the standard lists (STIX 2.1 §10).
///
/// @param section where
record Vocabulary(String name, String section, Set<String> words) {
  Vocabulary {
    words = Set.copyOf(words);
  }

  /// Takes words separated by blanks.
  static Vocabulary of(String name, String section, String words) {
    return new Vocabulary(name, section, Set.copyOf(List.of(words.strip().split("\\s+", -1))));
  }

  boolean contains(String word) {
    return words.contains(word);
  }

  /// The words in alphabetical order.
  List<String> sorted() {
    return List.copyOf(new TreeSet<>(words));
  }
}
