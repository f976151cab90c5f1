package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import org.entente.audit.search.Actors;
import org.entente.audit.search.Finding;
import org.entente.audit.search.Indexing;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;
import org.entente.audit.visibility.AuditScope;

/**
 * Sums up the newest entries about an object or by an actor. Not all are looked at, so that the
 * answer comes within a second however large the log is. Thread-safe.
 */
@Singleton
final class PostgresGroups {

  private static final String OF_OBJECTS =
      "SELECT DISTINCT idx FROM entry_object WHERE object_id = ANY (?)";

  /** Each group with its newest entry, against which its actor is held. */
  private static final String GROUPS =
      """
      SELECT summed.*, $entry FROM (
        SELECT $actor AS name, operation, outcome, coalesce(purpose.value, '') AS purpose,
               count(*) AS records, min(time_ms) AS first_ms, max(time_ms) AS last_ms,
               max(entry.idx) AS newest, sum(count(*)) OVER () AS examined
        FROM hit JOIN entry ON entry.idx = hit.idx
        LEFT JOIN entry_facet purpose ON purpose.idx = hit.idx AND purpose.kind = 'purpose'
        GROUP BY party, 1, 2, 3, 4 ORDER BY last_ms DESC, records DESC LIMIT $groups
      ) AS summed JOIN entry ON entry.idx = newest ORDER BY last_ms DESC, records DESC
      """
          .replace("$entry", Finding.COLUMNS)
          .replace("$actor", Actors.OF_ENTRY)
          .replace("$groups", String.valueOf(Summary.MOST_GROUPS));

  private final PostgresLog log;
  private final Indexing indexing;

  PostgresGroups(PostgresLog log, Indexing indexing) {
    this.log = log;
    this.indexing = indexing;
  }

  /** Who had to do with any of these objects. */
  Summary ofObjects(String[] ids, AuditScope scope) {
    return groups(OF_OBJECTS, ids, scope);
  }

  /** What this actor did. */
  Summary ofActor(String actor, AuditScope scope) {
    return groups(Actors.ENTRIES_OF, actor, scope);
  }

  private Summary groups(String entries, Object asked, AuditScope scope) {
    indexing.catchUp();
    var sql = "WITH hit AS MATERIALIZED (" + readable(entries, scope) + ") " + GROUPS;
    return log.read("summing up", connection -> summary(connection, sql, asked, scope));
  }

  /** Only what may be read is counted: the scope comes before the limit. */
  private static String readable(String entries, AuditScope scope) {
    var where =
        switch (scope) {
          case AuditScope.Joint _ -> "? <> ''";
          case AuditScope.OfParty _ ->
              "EXISTS (SELECT FROM entry_reader r WHERE r.reader = ? AND r.idx = asked.idx)";
        };
    return "SELECT idx FROM (%s) AS asked WHERE %s ORDER BY idx DESC LIMIT ?"
        .formatted(entries, where);
  }

  private static Summary summary(Connection connection, String sql, Object asked, AuditScope scope)
      throws SQLException {
    try (var select = PostgresRows.prepared(connection, sql, asked, scope.reader(), Summary.MOST)) {
      var groups = new ArrayList<Summary.Group>();
      var examined = 0L;
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          groups.add(group(rows));
          examined = rows.getLong("examined"); // of all groups, in each row
        }
      }
      return new Summary(groups, examined);
    }
  }

  private static Summary.Group group(ResultSet row) throws SQLException {
    var newest = Finding.of(row);
    return new Summary.Group(
        newest.entry().party(),
        Actors.summed(row.getString("name"), newest.actor()),
        row.getString("operation"),
        row.getString("outcome"),
        row.getString("purpose"),
        row.getLong("records"),
        Instant.ofEpochMilli(row.getLong("first_ms")),
        Instant.ofEpochMilli(row.getLong("last_ms")),
        row.getLong("newest"));
  }
}
