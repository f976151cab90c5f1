package org.entente.stix.rule;

import java.util.List;
import java.util.Optional;
import org.entente.stix.pattern.StixPattern;

/// Everything found wrong with one object, in the order of the object as far as possible.
///
/// @param kept the first of them
/// @param errors how many errors there are, kept or not
/// @param warnings how many warnings there are, kept or not
/// @param pattern an indicator's STIX pattern, so that nobody has to read it again
public record Findings(
    List<Finding> kept, int errors, int warnings, Optional<StixPattern> pattern) {
  public Findings {
    kept = List.copyOf(kept);
  }

  /// Whether the object may go on.
  public boolean isValid() {
    return errors == 0;
  }

  /// The errors that were kept.
  public List<Finding> errorList() {
    return kept.stream().filter(Finding::isError).toList();
  }

  /// The warnings that were kept.
  public List<Finding> warningList() {
    return kept.stream().filter(finding -> !finding.isError()).toList();
  }
}
