package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.entente.audit.search.Actors;
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
  private static final String ACTORS =
      """
      SELECT party, %s AS name, count(*) AS records FROM newest JOIN entry USING (idx)
      GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ?
      """
          .formatted(Actors.OF_ENTRY);

  /** The bound is for the index over ranges of rows, which a list of indices does not use. */
  private static final String OBJECTS =
      """
      SELECT '' AS party, object_id AS name, count(*) AS records FROM entry_object
      WHERE idx >= (SELECT min(idx) FROM newest) AND idx IN (SELECT idx FROM newest)
      GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT ?
      """;

  private final PostgresLog log;

  PostgresTops(PostgresLog log) {
    this.log = log;
  }

  List<Overview.Top> actors(AuditScope scope) {
    return tops(scope, ACTORS);
  }

  List<Overview.Top> objects(AuditScope scope) {
    return tops(scope, OBJECTS);
  }

  private List<Overview.Top> tops(AuditScope scope, String what) {
    var newest =
        switch (scope) {
          case AuditScope.Joint _ -> NEWEST_OF_ALL;
          case AuditScope.OfParty _ -> NEWEST;
        };
    return log.read(
        "reading what came up most",
        connection ->
            PostgresRows.all(connection, newest + what, PostgresTops::top, scope.reader(), SHOWN));
  }

  private static Overview.Top top(ResultSet row) throws SQLException {
    return new Overview.Top(row.getString("party"), row.getString("name"), row.getLong("records"));
  }
}
