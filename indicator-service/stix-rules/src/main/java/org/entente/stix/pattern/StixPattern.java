package org.entente.stix.pattern;

import java.util.List;

/// A STIX pattern that was read (STIX 2.1, section 9). It is never evaluated: regular expressions
/// in it stay text. Immutable and thread-safe.
///
/// @param expression what the pattern says
/// @param level what evaluating it takes
/// @param findings what is wrong with it, in the order of the text; it is to be refused when one of
///   them is an error
/// @param keys the observables it is found by, in the order of the text
public record StixPattern(
    Observation expression,
    ConformanceLevel level,
    List<PatternFinding> findings,
    List<PatternKey> keys) {

  public StixPattern {
    findings = List.copyOf(findings);
    keys = List.copyOf(keys);
  }

  /// Reads a pattern. Time and memory are linear in its length, within [Limits].
  ///
  /// @throws PatternRejected when it is none, or too large
  public static StixPattern parse(String text) {
    return PatternReader.read(text);
  }

  /// How far a look-up by the keys can be trusted.
  public Sufficiency sufficiency() {
    if (keys.isEmpty()) {
      return Sufficiency.OPAQUE;
    }
    boolean alone = keys.stream().allMatch(key -> key.group() == 0);
    return alone ? Sufficiency.SUFFICIENT : Sufficiency.PARTIAL;
  }

  /// Whether all START and STOP lie within the validity of the pattern's indicator, as section
  /// 9.5.1 recommends.
  ///
  /// @param validFrom as the indicator has it; ignored when it is no timestamp
  /// @param validUntil the same; empty when it has none
  public boolean observesWithin(String validFrom, String validUntil) {
    return new Windows(validFrom, validUntil).hold(expression);
  }

  /// The pattern in one spelling: single spaces, no parentheses but those that matter.
  public String canonical() {
    return PatternWriter.write(expression);
  }
}
