package org.entente.indicator.admission;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.indicator.stix.Fault;
import org.entente.stix.release.Clause;

/// What became of one object.
sealed interface Verdict {
  Offer offer();

  /// Whether everybody the collection reaches may hear of it; if not, it is in no record that all
  /// parties read.
  default boolean isOpen() {
    return switch (this) {
      case Added added -> added.placement().circle().open();
      case Present present -> present.placement().circle().open();
      case Failed failed -> failed.open();
    };
  }

  /// Stored for the first time, and released to those named.
  record Added(Offer offer, Placement placement) implements Verdict {}

  /// Stored before with the same content; a release that was missing is added.
  record Present(Offer offer, Placement placement) implements Verdict {}

  /// Not stored.
  ///
  /// @param open whether it would have been released to everybody the collection reaches
  record Failed(Offer offer, List<Fault> faults, boolean open) implements Verdict {}

  /// Where a version lies and who sees it from now on.
  ///
  /// @param id of the object version
  /// @param shownVersion its version as TAXII shows it
  record Placement(long id, String shownVersion, Circle circle) {}

  /// Who sees a version.
  ///
  /// @param releases to whom it is new
  /// @param withheld from whom it stays withheld, and by which clause; for its producer only
  /// @param withdrawn who had it, and gets it back by an act only; for its producer only
  /// @param open whether this submission releases it to everybody the collection reaches
  record Circle(
      List<Release> releases, Map<String, Clause> withheld, List<String> withdrawn, boolean open) {
    public Circle {
      withdrawn = List.copyOf(withdrawn);
      releases = List.copyOf(releases);
      withheld = Collections.unmodifiableMap(new LinkedHashMap<>(withheld));
    }
  }

  /// One new release row.
  record Release(String audience, long dateAdded) {}
}
