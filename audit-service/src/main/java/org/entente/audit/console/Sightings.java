package org.entente.audit.console;

import java.time.Instant;
import java.util.List;

/**
 * Who had to do with an object or value.
 *
 * @param asked as it was pasted; empty when nothing was
 * @param ids of the objects it stands for
 * @param groups newest first
 * @param examined how many entries were looked at
 * @param more whether there are older ones that were not
 */
public record Sightings(
    String asked, List<String> ids, List<Group> groups, long examined, boolean more) {

  public Sightings {
    ids = List.copyOf(ids);
    groups = List.copyOf(groups);
  }

  static final Sightings NONE = new Sightings("", List.of(), List.of(), 0, false);

  /**
   * What one actor did with it, in one way and for one purpose.
   *
   * @param newest index of the last time
   */
  public record Group(
      String party,
      String actor,
      String operation,
      String outcome,
      String purpose,
      long records,
      Instant first,
      Instant last,
      long newest) {}

  public boolean found() {
    return !groups.isEmpty();
  }

  /** How many different actors. */
  public long actors() {
    return groups.stream().map(group -> group.party() + " " + group.actor()).distinct().count();
  }
}
