package org.entente.indicator.act;

import java.util.Set;
import org.entente.indicator.paging.Versions;
import org.entente.stix.marking.Recipient;

/// One later act on one object.
///
/// @param which of its versions
/// @param to whom it concerns; empty: everybody the collection reaches
/// @param reason told to those from whom something is withdrawn
public record Act(Kind kind, String object, Versions which, Set<Recipient> to, String reason) {
  /// What is done.
  public enum Kind {
    RELEASE,
    WITHDRAW
  }

  public Act {
    to = Set.copyOf(to);
  }
}
