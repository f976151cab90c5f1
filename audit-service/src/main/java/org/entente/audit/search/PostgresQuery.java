package org.entente.audit.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.tree.PostgresRows;
import org.entente.audit.visibility.AuditScope;

/**
 * A search as one statement over the table entry, read along the index. Only what is written here
 * becomes SQL; what was asked becomes values.
 *
 * @param size of the tree searched: nothing beyond it is found
 */
record PostgresQuery(SearchQuery query, AuditScope scope, long size) {

  /** In the order the query asks for, one more than it asks for when there are more. */
  <T> List<T> run(Connection connection, String columns, PostgresRows.Row<T> row)
      throws SQLException {
    var bounds = PostgresBounds.of(connection, query, size);
    var bounded = new PostgresQuery(query.within(bounds), scope, size);
    return PostgresRows.all(connection, bounded.text(columns), row, bounded.values().toArray());
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
