package org.entente.audit.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.entente.audit.search.Indexing;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;
import org.entente.audit.tree.StoredCheckpoint;

/**
 * Where in the log to look. A search of a whole month is planned as if few entries were of it, and
 * takes seconds; one between two near indices does not, however it is planned. Thread-safe.
 */
@Singleton
final class PostgresStretches {

  private static final String OF_HOURS =
      """
      SELECT min(first_idx), max(last_idx) + 1 FROM access_hour
      WHERE reader = ? AND hour >= ? AND hour < ?
      """;
  private static final String BELOW =
      """
      SELECT idx FROM entry_reader WHERE reader = ? AND idx < ? AND idx >= ?
      ORDER BY idx DESC OFFSET ? LIMIT 1
      """;

  private final PostgresLog log;
  private final Indexing indexing;

  PostgresStretches(PostgresLog log, Indexing indexing) {
    this.log = log;
    this.indexing = indexing;
  }

  /** Between which indices the entries of this month are that its owner may read. */
  Span of(Month month, Owner owner) {
    var counted = indexing.catchUp();
    return log.read(
        "looking for a month",
        connection -> {
          var size = StoredCheckpoint.latest(connection).size();
          var span = ofHours(connection, month, owner);
          // What is not counted yet can be of any month.
          return counted < size ? new Span(Math.min(span.first(), counted), size) : span;
        });
  }

  private static Span ofHours(Connection connection, Month month, Owner owner) throws SQLException {
    return PostgresRows.first(
            connection,
            OF_HOURS,
            PostgresStretches::span,
            owner.name(),
            PostgresMonths.hour(month.begin()),
            PostgresMonths.hour(month.end()))
        .orElseThrow();
  }

  private static Span span(ResultSet row) throws SQLException {
    return row.getObject(1) == null
        ? new Span(Long.MAX_VALUE, 0)
        : new Span(row.getLong(1), row.getLong(2));
  }

  /**
   * Where a stretch begins that ends before an index and has at most so many entries that the owner
   * may read.
   *
   * @param lowest where it begins when there are not so many
   */
  long below(long before, long lowest, Owner owner, int most) {
    if (owner.joint()) {
      return Math.max(lowest, before - most);
    }
    return log.read(
        "looking for a stretch",
        connection ->
            PostgresRows.first(
                    connection,
                    BELOW,
                    row -> row.getLong("idx"),
                    owner.name(),
                    before,
                    lowest,
                    most - 1)
                .orElse(lowest));
  }
}
