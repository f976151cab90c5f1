package org.entente.indicator.admission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.stix.release.Clause;

/// From whom an object is withheld, and by which clause of the release rule; for its producer.
public final class WithheldText {
  private WithheldText() {}

  /// `eu, us, TLP: its level needs …; from jp, RECIPIENTS: …`; empty for nobody.
  public static String of(Map<String, Clause> withheld) {
    Map<Clause, List<String>> places = new EnumMap<>(Clause.class);
    withheld.forEach(
        (place, clause) -> places.computeIfAbsent(clause, _ -> new ArrayList<>()).add(place));
    return places.entrySet().stream()
        .map(e -> String.join(", ", e.getValue()) + ", " + text(e.getKey()))
        .collect(Collectors.joining("; from "));
  }

  private static String text(Clause clause) {
    return clause + ": " + clause.text(false);
  }
}
