package org.entente.stix.rule;

import java.util.List;

/// Reads patterns in STIX's own language (STIX 2.1 §9).
@FunctionalInterface
interface PatternCheck {
  /// Everything worth saying about a pattern and the time its indicator is valid; empty texts for
  /// what the indicator does not say.
  List<Remark> check(String pattern, String validFrom, String validUntil);

  /// One thing about a pattern.
  ///
  /// @param error whether it cannot be read for it
  record Remark(boolean error, String text) {}
}
