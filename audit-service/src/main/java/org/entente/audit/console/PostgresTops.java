package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.entente.audit.search.Actors;
import org.entente.audit.search.Finding;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;
import org.entente.audit.visibility.AuditScope;

/** Who and what comes up most among the newest entries; a bounded look, however large the log. */
@Singleton
final class PostgresTops {

  static final int LOOKED_AT = 5_000;
  private static final int SHOWN = 8;

  private static final String NEWEST =
      """
      WITH newest AS (
        SELECT idx FROM entry_reader WHERE reader = ? ORDER BY idx DESC LIMIT %d
      )
      """
          .formatted(LOOKED_AT);
  private static final String NEWEST_OF_ALL =
      """
      WITH newest AS (
        SELECT idx FROM entry WHERE ? <> '' ORDER BY idx DESC LIMIT %d
      )
      """
          .formatted(LOOKED_AT);

  /** Each actor with its newest entry, against which it is held. */
  private static final String ACTORS =
      """
      SELECT summed.*, $entry FROM (
        SELECT $actor AS name, count(*) AS records, max(entry.idx) AS last
        FROM newest JOIN entry ON entry.idx = newest.idx
        GROUP BY party, 1 ORDER BY 2 DESC, party, 1 LIMIT ?
      ) AS summed JOIN entry ON entry.idx = summed.last ORDER BY records DESC, entry.party, name
      """
          .replace("$entry", Finding.COLUMNS)
          .replace("$actor", Actors.OF_ENTRY);

  /** The bound is for the index over ranges of rows, which a list of indices does not use. */
  private static final String OBJECTS =
      """
      SELECT object_id AS name, count(*) AS records FROM entry_object
      WHERE idx >= (SELECT min(idx) FROM newest) AND idx IN (SELECT idx FROM newest)
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?
      """;

  private final PostgresLog log;

  PostgresTops(PostgresLog log) {
    this.log = log;
  }

  List<Overview.Top> actors(AuditScope scope) {
    return tops(scope, ACTORS, PostgresTops::actor);
  }

  List<Overview.Top> objects(AuditScope scope) {
    return tops(scope, OBJECTS, PostgresTops::object);
  }

  private List<Overview.Top> tops(
      AuditScope scope, String what, PostgresRows.Row<Overview.Top> top) {
    var newest =
        switch (scope) {
          case AuditScope.Joint _ -> NEWEST_OF_ALL;
          case AuditScope.OfParty _ -> NEWEST;
        };
    return log.read(
        "reading what came up most",
        connection -> PostgresRows.all(connection, newest + what, top, scope.reader(), SHOWN));
  }

  private static Overview.Top actor(ResultSet row) throws SQLException {
    var newest = Finding.of(row);
    return new Overview.Top(
        newest.entry().party(),
        Actors.summed(row.getString("name"), newest.actor()),
        row.getLong("records"));
  }

  private static Overview.Top object(ResultSet row) throws SQLException {
    return new Overview.Top("", row.getString("name"), row.getLong("records"));
  }
}
