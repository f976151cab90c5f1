package org.entente.indicator.admission;

import java.util.List;
import java.util.Optional;
import org.entente.indicator.release.Decision.Reason;
import org.entente.indicator.stix.Fault;

/// What became of one object.
sealed interface Verdict {
  Offer offer();

  /// Stored for the first time, and released to those named.
  record Added(Offer offer, Placement placement, Optional<Reason> withheld) implements Verdict {}

  /// Stored before with the same content; a release that was missing is added.
  record Present(Offer offer, Placement placement) implements Verdict {}

  /// Not stored.
  record Failed(Offer offer, List<Fault> faults) implements Verdict {}

  /// Where a version lies and who sees it from now on.
  ///
  /// @param id of the object version
  /// @param shownVersion its version as TAXII shows it
  record Placement(long id, String shownVersion, List<Release> releases) {
    public Placement {
      releases = List.copyOf(releases);
    }
  }

  /// One new release row.
  record Release(String audience, long dateAdded) {}
}
