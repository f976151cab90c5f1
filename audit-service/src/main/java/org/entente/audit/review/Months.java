package org.entente.audit.review;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.audit.visibility.AuditScope;

/** The months of the log, and what nobody has reviewed of each. Thread-safe. */
@Singleton
public class Months {

  /** What is left of a month is counted so far. */
  static final int MOST = 10_000;

  /** Entries that are compared for one page, whatever its months hold: its time. */
  private static final int MOST_COMPARED = 2 * Unreviewed.MOST_COMPARED;

  private static final int OF_ONE_PAGE = 12;
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private final PostgresMonths months;
  private final Unreviewed unreviewed;
  private final long comparable;

  @Inject
  Months(PostgresMonths months, Unreviewed unreviewed) {
    this(months, unreviewed, MOST_COMPARED);
  }

  Months(PostgresMonths months, Unreviewed unreviewed, long comparable) {
    this.months = months;
    this.unreviewed = unreviewed;
    this.comparable = comparable;
  }

  /**
   * A month.
   *
   * @param entries that may be read
   * @param unreviewed of these, as far as was counted
   * @param more whether there may be more
   * @param examined whether any was looked at, or none had to be
   */
  public record Line(Month month, long entries, long unreviewed, boolean more, boolean examined) {}

  /**
   * One page.
   *
   * @param next the month that the next page is before
   */
  public record Page(List<Line> lines, Optional<Month> next) {
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /** Months before this one, or the newest ones, with something in them, newest first. */
  public Page before(Optional<Month> before, AuditScope scope) {
    var owner = Owner.of(scope);
    var covers = unreviewed.covers(owner);
    var found = months.before(before.map(Month::begin).orElse(END), owner, OF_ONE_PAGE + 1);
    var more = found.size() > OF_ONE_PAGE;
    var page = more ? found.subList(0, OF_ONE_PAGE) : found;
    return new Page(
        lines(page, owner, covers), more ? Optional.of(page.getLast().month()) : Optional.empty());
  }

  /** Where the page's time is over, a month that no review covers whole is counted no further. */
  private List<Line> lines(List<PostgresMonths.Counted> page, Owner owner, List<Cover> covers) {
    var lines = new ArrayList<Line>();
    var left = comparable;
    for (var counted : page) {
      var month = counted.month();
      if (covers.stream().noneMatch(cover -> cover.touches(month, 0))) {
        lines.add(new Line(month, counted.entries(), counted.entries(), false, true));
        continue;
      }
      var reach = new Unreviewed.Reach(Long.MAX_VALUE, MOST, Unreviewed.examined(left));
      var found = unreviewed.walk(month, owner, covers, reach);
      left -= found.compared();
      var more = found.next().isPresent();
      var examined = !more || found.compared() > 0;
      lines.add(new Line(month, counted.entries(), found.indices().size(), more, examined));
    }
    return lines;
  }
}
