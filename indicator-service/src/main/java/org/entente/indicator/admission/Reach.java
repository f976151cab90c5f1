package org.entente.indicator.admission;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.stix.marking.Terms;
import org.entente.stix.release.Clause;
import org.entente.stix.release.Decision;
import org.entente.stix.release.Reader;
import org.entente.stix.release.ReleaseRule;

/// Whom the objects of one submission reach. It remembers: most of them are marked alike. Confined
/// to one thread.
final class Reach {
  private final ReleaseRule rule;
  private final List<Reader> readers;
  private final Map<Terms, Map<String, Optional<Clause>>> known = new HashMap<>();

  /// @param readers every place the collection reaches
  Reach(ReleaseRule rule, List<Reader> readers) {
    this.rule = rule;
    this.readers = readers;
  }

  /// For each place, the clause that withholds an object under these terms; empty where it is
  /// released.
  Map<String, Optional<Clause>> of(Terms terms) {
    return known.computeIfAbsent(terms, this::decide);
  }

  private Map<String, Optional<Clause>> decide(Terms terms) {
    Map<String, Optional<Clause>> decided = new LinkedHashMap<>();
    for (Reader reader : readers) {
      Optional<Clause> withholding =
          switch (rule.decide(reader, terms)) {
            case Decision.Release() -> Optional.empty();
            case Decision.Withhold(Clause clause) -> Optional.of(clause);
          };
      decided.put(reader.name(), withholding);
    }
    return decided;
  }

  /// Whether everybody the collection reaches may see an object under these terms.
  boolean isOpen(Terms terms) {
    return !readers.isEmpty() && of(terms).values().stream().allMatch(Optional::isEmpty);
  }
}
