package org.entente.indicator.admission;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.indicator.admission.Verdict.Added;
import org.entente.indicator.admission.Verdict.Failed;
import org.entente.indicator.admission.Verdict.Placement;
import org.entente.indicator.admission.Verdict.Present;

/// A submission with a verdict on each object, about to be stored.
record Decided(UUID id, List<Verdict> verdicts, boolean plain, Admitted admitted) {
  Decided {
    verdicts = List.copyOf(verdicts);
  }

  Stream<Added> added() {
    return verdicts.stream().filter(Added.class::isInstance).map(Added.class::cast);
  }

  Stream<Placement> placements() {
    return verdicts.stream().flatMap(Decided::placement);
  }

  /// The object versions the body consists of.
  Long[] members() {
    return placements().map(Placement::id).distinct().toArray(Long[]::new);
  }

  /// Whether who sees all members has seen all there is in the body.
  boolean disclosable() {
    return plain && verdicts.stream().noneMatch(Failed.class::isInstance);
  }

  static Stream<Placement> placement(Verdict verdict) {
    return switch (verdict) {
      case Added added -> Stream.of(added.placement());
      case Present present -> Stream.of(present.placement());
      case Failed _ -> Stream.empty();
    };
  }
}
