package org.entente.audit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");
  private static final Window DAY =
      new Window(START, START.plus(Duration.ofDays(1)), Duration.ofHours(1));

  private static Timeline.Count count(int hour, String party, String outcome, long records) {
    return new Timeline.Count(START.plus(Duration.ofHours(hour)), party, outcome, records);
  }

  @Test
  void outcomes_are_stacked_within_the_strip_of_their_party() {
    var timeline =
        new Timeline(
            DAY,
            List.of(
                count(2, "kr", "allowed", 60),
                count(2, "kr", "denied", 30),
                count(23, "eu", "allowed", 1)),
            91);

    var strips = timeline.strips();

    assertEquals(List.of("eu", "kr"), strips.stream().map(Timeline.Strip::party).toList());
    var pieces = strips.getLast().pieces();
    assertEquals(2, pieces.size());
    assertEquals(pieces.getFirst().y(), pieces.getLast().y() + pieces.getLast().height());
    assertEquals(90, strips.getLast().all());
    assertEquals(Timeline.HEIGHT - 6, pieces.getFirst().height() + pieces.getLast().height());
    assertTrue(
        strips.getFirst().pieces().getFirst().height() >= 2, "one record among many is seen");
  }

  @Test
  void nothing_is_drawn_outside() {
    var timeline =
        new Timeline(
            DAY, List.of(count(-1, "kr", "allowed", 5), count(24, "kr", "allowed", 5)), 10);

    assertEquals(List.of(), timeline.strips());
  }

  @Test
  void counts_beyond_an_int_are_drawn_to_scale() {
    var timeline = new Timeline(DAY, List.of(count(0, "kr", "allowed", 5_000_000_000L)), 0);

    for (var piece : timeline.strips().getFirst().pieces()) {
      assertTrue(piece.height() <= Timeline.HEIGHT && piece.y() >= 0, piece.toString());
    }
  }
}
