package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.search.Indexing;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.visibility.AuditScope;

/** Reads the roll-ups: the cost depends on the window, not on how many entries there are. */
@Singleton
final class PostgresTimeline {

  private static final String COUNTS =
      """
      SELECT %1$s / ? * ? AS part, party, outcome, sum(records) AS records
      FROM access_%1$s WHERE reader = ? AND %1$s >= ? AND %1$s < ?
      GROUP BY 1, 2, 3
      """;
  private static final String MINUTES = COUNTS.formatted("minute");
  private static final String HOURS = COUNTS.formatted("hour");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final PostgresLog log;
  private final Indexing indexing;

  PostgresTimeline(PostgresLog log, Indexing indexing) {
    this.log = log;
    this.indexing = indexing;
  }

  /** Counts of each part of the window, or of each hour where a part is longer. */
  Timeline read(Window window, AuditScope scope) {
    var countedTo = indexing.catchUp();
    return new Timeline(window, counts(window, scope), countedTo);
  }

  private List<Timeline.Count> counts(Window window, AuditScope scope) {
    var unit = window.part().compareTo(HOUR) < 0 ? MINUTE : HOUR;
    var step = unit.equals(HOUR) ? 1 : window.part().dividedBy(unit);
    return log.read(
        "reading the roll-ups",
        connection -> {
          try (var select = connection.prepareStatement(unit.equals(HOUR) ? HOURS : MINUTES)) {
            select.setLong(1, step);
            select.setLong(2, step);
            select.setString(3, scope.reader());
            select.setLong(4, Math.floorDiv(window.from().toEpochMilli(), unit.toMillis()));
            select.setLong(5, Math.ceilDiv(window.to().toEpochMilli(), unit.toMillis()));
            var counts = new ArrayList<Timeline.Count>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                counts.add(
                    new Timeline.Count(
                        Instant.ofEpochMilli(rows.getLong("part") * unit.toMillis()),
                        rows.getString("party"),
                        rows.getString("outcome"),
                        rows.getLong("records")));
              }
            }
            return counts;
          }
        });
  }
}
