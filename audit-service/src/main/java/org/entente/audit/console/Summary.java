package org.entente.audit.console;

import java.time.Instant;
import java.util.List;

/**
 * Entries summed up.
 *
 * @param groups those who did something last first
 * @param examined how many entries were looked at
 */
public record Summary(List<Group> groups, long examined) {

  /** Entries that are looked at, the newest ones. */
  static final int MOST = 10_000;

  /** Groups that are shown. */
  static final int MOST_GROUPS = 500;

  static final Summary NONE = new Summary(List.of(), 0);

  public Summary {
    groups = List.copyOf(groups);
  }

  /**
   * What one actor did, in one way and for one purpose.
   *
   * @param actor {@link org.entente.audit.search.Actors#FOREIGN} when the last time's record names
   *     somebody else
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

  /** Whether there may be more than is shown. */
  public boolean capped() {
    return examined >= MOST || groups.size() >= MOST_GROUPS;
  }

  /** How many different actors. */
  public long actors() {
    return groups.stream().map(group -> group.party() + " " + group.actor()).distinct().count();
  }
}
