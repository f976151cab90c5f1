package org.entente.audit.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.audit.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in equal parts that a chart can show. Pure.
 *
 * @param from included
 * @param to not included, a whole number of parts later
 * @param part length of one part
 */
public record Window(Instant from, Instant to, Duration part) {

  private static final int MOST_PARTS = 96;
  private static final Duration SHORTEST = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofDays(3_660);
  private static final List<Duration> PARTS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofDays(90));

  /** The stretch between these, in the smallest parts that do not become too many. */
  static Window between(Instant from, Instant to) {
    var length = Duration.between(from, to);
    var span = length.compareTo(SHORTEST) < 0 ? SHORTEST : length;
    var shortened = span.compareTo(LONGEST) > 0 ? LONGEST : span;
    var part =
        PARTS.stream()
            .filter(some -> shortened.dividedBy(some) <= MOST_PARTS)
            .findFirst()
            .orElse(PARTS.getLast());
    var ms = part.toMillis();
    var end = Math.ceilDiv(to.toEpochMilli(), ms) * ms;
    var start = Math.floorDiv(to.minus(shortened).toEpochMilli(), ms) * ms;
    return new Window(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end), part);
  }

  /**
   * What a page's parameters ask for; the last day when they ask for nothing, or end before they
   * begin.
   *
   * @throws org.entente.audit.refusal.QueryInvalid naming the one that cannot be read
   */
  static Window of(@Nullable String from, @Nullable String to, Instant now) {
    var end = at("to", to, now);
    var start = at("from", from, end.minus(Duration.ofDays(1)));
    return start.isBefore(end) ? between(start, end) : between(now.minus(Duration.ofDays(1)), now);
  }

  private static Instant at(String name, @Nullable String text, Instant otherwise) {
    return text == null ? otherwise : Instant.ofEpochMilli(SearchQuery.time(name, text));
  }

  int parts() {
    return Math.toIntExact(Duration.between(from, to).dividedBy(part));
  }

  Duration length() {
    return Duration.between(from, to);
  }

  /** Twice as long around the same middle, not beyond now. */
  public Window wider(Instant now) {
    var half = length().dividedBy(2);
    var end = to.plus(half);
    return between(from.minus(half), end.isAfter(now) ? now : end);
  }

  /** Half as long, the later half. */
  public Window nearer() {
    return between(from.plus(length().dividedBy(2)), to);
  }

  public Window earlier() {
    return between(from.minus(length().dividedBy(2)), to.minus(length().dividedBy(2)));
  }

  public Window later() {
    return between(from.plus(length().dividedBy(2)), to.plus(length().dividedBy(2)));
  }

  /** As parameters of a page. */
  public String query() {
    return "from=" + from + "&to=" + to;
  }
}
