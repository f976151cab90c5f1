package org.entente.audit.console;

import java.time.Instant;
import java.util.List;
import org.entente.audit.review.Month;
import org.entente.audit.search.Hit;

/**
 * What the overview shows.
 *
 * @param now when it was made
 * @param standing how the log stands
 * @param overdue months that are over and not reviewed
 * @param events what became of the log lately
 * @param timeline accesses in the window asked for
 * @param refusals the newest in the window
 * @param outOfHours by party
 * @param actors the most active among the newest entries
 * @param objects the most named among the same
 */
record Overview(
    Instant now,
    Standing standing,
    List<Month> overdue,
    List<Event> events,
    Timeline timeline,
    List<Hit> refusals,
    List<OutOfHours> outOfHours,
    List<Top> actors,
    List<Top> objects) {

  Overview {
    overdue = List.copyOf(overdue);
    events = List.copyOf(events);
    refusals = List.copyOf(refusals);
    outOfHours = List.copyOf(outOfHours);
    actors = List.copyOf(actors);
    objects = List.copyOf(objects);
  }

  /** How many of the newest entries the most active were looked for among. */
  public long lookedAt() {
    return PostgresTops.LOOKED_AT;
  }

  /** Windows to choose from. */
  public List<Preset> presets() {
    return List.of(
        preset("1 h", 1),
        preset("24 h", 24),
        preset("7 d", 168),
        preset("30 d", 720),
        preset("1 y", 8_766));
  }

  private Preset preset(String name, int hours) {
    return new Preset(name, Window.between(now.minus(java.time.Duration.ofHours(hours)), now));
  }

  /** A window by name. */
  public record Preset(String name, Window window) {}

  /**
   * Something and how often it comes up.
   *
   * @param party whose it is; empty when nobody's
   */
  public record Top(String party, String name, long records) {}
}
