package org.entente.audit.console;

import java.util.List;
import org.entente.audit.search.Hit;

/**
 * What somebody did.
 *
 * @param actor as asked; empty when nobody was asked about
 * @param groups by party, operation, outcome and purpose
 * @param latest the newest entries
 * @param examined how many entries were looked at
 * @param more whether there are older ones that were not
 */
public record Deeds(
    String actor, List<Sightings.Group> groups, List<Hit> latest, long examined, boolean more) {

  public Deeds {
    groups = List.copyOf(groups);
    latest = List.copyOf(latest);
  }

  static final Deeds NONE = new Deeds("", List.of(), List.of(), 0, false);

  public boolean found() {
    return !groups.isEmpty();
  }
}
