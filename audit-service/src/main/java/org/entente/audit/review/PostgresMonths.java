package org.entente.audit.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.audit.search.Indexing;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;

/** Which months there are entries of, and how many, from the roll-ups. Thread-safe. */
@Singleton
final class PostgresMonths {

  private static final long HOUR_MS = Duration.ofHours(1).toMillis();
  private static final String NEWEST =
      "SELECT hour FROM access_hour WHERE reader = ? AND hour < ? ORDER BY hour DESC LIMIT 1";
  private static final String ENTRIES =
      "SELECT sum(records), max(last_idx) + 1 FROM access_hour"
          + " WHERE reader = ? AND hour >= ? AND hour < ?";

  private final PostgresLog log;
  private final Indexing indexing;

  PostgresMonths(PostgresLog log, Indexing indexing) {
    this.log = log;
    this.indexing = indexing;
  }

  /**
   * A month and how many entries of it somebody may read.
   *
   * @param end index behind the last of them
   */
  record Counted(Month month, long entries, long end) {}

  /** Months with entries that this owner may read, newest first, all before this moment. */
  List<Counted> before(Instant end, Owner owner, int most) {
    indexing.catchUp();
    return log.read(
        "reading the roll-ups",
        connection -> {
          var months = new ArrayList<Counted>();
          var next = newest(connection, end, owner);
          while (next.isPresent() && months.size() < most) {
            var month = next.get();
            months.add(counted(connection, month, owner));
            next = newest(connection, month.begin(), owner);
          }
          return months;
        });
  }

  private static Optional<Month> newest(Connection connection, Instant end, Owner owner)
      throws SQLException {
    return PostgresRows.first(
            connection, NEWEST, row -> row.getLong("hour"), owner.name(), hour(end))
        .map(hour -> Month.of(Instant.ofEpochMilli(hour * HOUR_MS)));
  }

  private static Counted counted(Connection connection, Month month, Owner owner)
      throws SQLException {
    return PostgresRows.first(
            connection,
            ENTRIES,
            row -> new Counted(month, row.getLong(1), row.getLong(2)),
            owner.name(),
            hour(month.begin()),
            hour(month.end()))
        .orElseThrow();
  }

  /** As the roll-ups count. */
  static long hour(Instant at) {
    return Math.floorDiv(at.toEpochMilli(), HOUR_MS);
  }
}
