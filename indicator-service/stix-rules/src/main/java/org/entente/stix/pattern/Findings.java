package org.entente.stix.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong with one pattern.
final class Findings {

  private final List<PatternFinding> found = new ArrayList<>();

  void add(PatternRule rule, int position, String message) {
    found.add(new PatternFinding(rule, position, message));
  }

  /// In the order of the text.
  List<PatternFinding> all() {
    return found.stream().sorted(Comparator.comparingInt(PatternFinding::position)).toList();
  }
}
