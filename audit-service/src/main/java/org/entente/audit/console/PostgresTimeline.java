package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.audit.search.Indexing;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;
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
    var step = unit.equals(HOUR) ? 1L : window.part().dividedBy(unit);
    return log.read(
        "reading the roll-ups",
        connection ->
            PostgresRows.all(
                connection,
                unit.equals(HOUR) ? HOURS : MINUTES,
                row -> count(row, unit),
                step,
                step,
                scope.reader(),
                Math.floorDiv(window.from().toEpochMilli(), unit.toMillis()),
                Math.ceilDiv(window.to().toEpochMilli(), unit.toMillis())));
  }

  private static Timeline.Count count(ResultSet row, Duration unit) throws SQLException {
    return new Timeline.Count(
        Instant.ofEpochMilli(row.getLong("part") * unit.toMillis()),
        row.getString("party"),
        row.getString("outcome"),
        row.getLong("records"));
  }
}
