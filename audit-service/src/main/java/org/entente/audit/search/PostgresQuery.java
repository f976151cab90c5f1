package org.entente.audit.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.visibility.AuditScope;

/**
 * A search as one statement over the table entry, read along the index. Only what is written here
 * becomes SQL; what was asked becomes values.
 *
 * @param size of the tree searched: nothing beyond it is found
 */
record PostgresQuery(SearchQuery query, AuditScope scope, long size) {

  /** A search that walks the whole log ends here instead of keeping a connection from others. */
  private static final int LONGEST_SECONDS = 10;

  /** Reads one row. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** In the order the query asks for, one more than it asks for when there are more. */
  <T> List<T> run(Connection connection, String columns, Row<T> row) throws SQLException {
    var bounds = PostgresBounds.of(connection, query, size);
    return new PostgresQuery(query.within(bounds), scope, size).found(connection, columns, row);
  }

  private <T> List<T> found(Connection connection, String columns, Row<T> row) throws SQLException {
    try (var select = connection.prepareStatement(text(columns))) {
      select.setQueryTimeout(LONGEST_SECONDS);
      var at = 1;
      for (var value : values()) {
        select.setObject(at++, value);
      }
      var found = new ArrayList<T>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(row.of(rows));
        }
      }
      return found;
    }
  }

  /** Both tables get the bounds, so that either can lead: the planner does not pass them on. */
  private String text(String columns) {
    var sql = new StringBuilder("SELECT " + columns + " FROM ");
    sql.append(
        switch (scope) {
          case AuditScope.Joint _ -> "entry WHERE ";
          case AuditScope.OfParty _ ->
              "entry_reader JOIN entry USING (idx)"
                  + " WHERE reader = ? AND entry_reader.idx < ? AND entry_reader.idx > ? AND ";
        });
    query.conditions().forEach(condition -> sql.append(condition).append(" AND "));
    return sql.append("entry.idx < ? AND entry.idx > ? ORDER BY idx ")
        .append(query.backwards() ? "ASC" : "DESC")
        .append(" LIMIT ?")
        .toString();
  }

  /** One for each question mark. */
  private List<Object> values() {
    var below = Math.min(query.before(), size);
    var above = query.after();
    var values = new ArrayList<Object>();
    if (scope instanceof AuditScope.OfParty(var party)) {
      values.addAll(List.of(party, below, above));
    }
    values.addAll(query.values());
    // One more tells whether there is another page.
    values.addAll(List.of(below, above, query.limit() + 1));
    return values;
  }
}
