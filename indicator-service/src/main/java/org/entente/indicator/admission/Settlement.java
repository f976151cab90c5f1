package org.entente.indicator.admission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.indicator.admission.Verdict.Placement;

/// A candidate with the verdicts on its objects and what follows from them.
record Settlement(Candidate candidate, List<Verdict> verdicts, Admitted admitted) {
  Settlement {
    verdicts = List.copyOf(verdicts);
  }

  /// Versions that all stand for the body: who sees all of them has seen the whole body.
  List<Long> members() {
    return placements().map(Placement::id).distinct().toList();
  }

  /// Whether the body could be shown at all: not when it holds more than its stored objects.
  boolean disclosable() {
    return candidate.plain() && verdicts.stream().noneMatch(Verdict.Failed.class::isInstance);
  }

  private Stream<Placement> placements() {
    return verdicts.stream().map(Settlement::placement).flatMap(Optional::stream);
  }

  static Optional<Placement> placement(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Added added -> Optional.of(added.placement());
      case Verdict.Present present -> Optional.of(present.placement());
      case Verdict.Failed _ -> Optional.empty();
    };
  }
}
