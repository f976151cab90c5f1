package org.entente.audit.search;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.audit.visibility.AuditScope;

/** Answers searches newest first, by index; a page starts where the last one ended. */
@Singleton
public final class PostgresSearch {

  /** A search that walks the whole log ends here instead of keeping a connection from others. */
  private static final int LONGEST_SECONDS = 10;

  private static final Wanted<Long> INDICES = new Wanted<>("entry.idx", row -> row.getLong(1));
  private static final Wanted<Finding> ENTRIES = new Wanted<>(Finding.COLUMNS, Finding::of);

  /** What is read of each entry. */
  private record Wanted<T>(String columns, Row<T> row) {}

  /** Reads one row. */
  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private final PostgresLog log;

  PostgresSearch(PostgresLog log) {
    this.log = log;
  }

  SearchPage find(SearchQuery query, AuditScope scope) {
    return log.read(
        "searching",
        connection -> {
          // First the size: the page never shows an entry that this checkpoint does not cover.
          var size = StoredCheckpoint.latest(connection).size();
          return SearchPage.of(size, entries(connection, query, scope, size), query.limit());
        });
  }

  /** Indices of what a search finds in the tree of this size, newest first, and one more. */
  public List<Long> indices(SearchQuery query, AuditScope scope, long size) {
    return log.read("searching", connection -> found(connection, INDICES, query, scope, size));
  }

  private static List<Finding> entries(
      Connection connection, SearchQuery query, AuditScope scope, long size) throws SQLException {
    return found(connection, ENTRIES, query, scope, size);
  }

  private static <T> List<T> found(
      Connection connection, Wanted<T> wanted, SearchQuery query, AuditScope scope, long size)
      throws SQLException {
    try (var select = connection.prepareStatement(sql(wanted.columns(), query, scope))) {
      select.setQueryTimeout(LONGEST_SECONDS);
      var at = 1;
      for (var value : values(query, scope, Math.min(query.before(), size))) {
        select.setObject(at++, value);
      }
      var entries = new ArrayList<T>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          entries.add(wanted.row().of(rows));
        }
      }
      return entries;
    }
  }

  /** Both tables get the bound, so that either can lead: the planner does not pass it on. */
  private static String sql(String columns, SearchQuery query, AuditScope scope) {
    var sql = new StringBuilder("SELECT " + columns + " FROM ");
    sql.append(
        switch (scope) {
          case AuditScope.Joint _ -> "entry WHERE ";
          case AuditScope.OfParty _ ->
              "entry_reader JOIN entry USING (idx) WHERE reader = ? AND entry_reader.idx < ? AND ";
        });
    query.conditions().forEach(condition -> sql.append(condition).append(" AND "));
    return sql.append("entry.idx < ? ORDER BY idx DESC LIMIT ?").toString();
  }

  private static List<Object> values(SearchQuery query, AuditScope scope, long bound) {
    var values = new ArrayList<Object>();
    if (scope instanceof AuditScope.OfParty(var party)) {
      values.add(party);
      values.add(bound);
    }
    values.addAll(query.values());
    values.add(bound);
    values.add(query.limit() + 1); // one more tells whether there is a next page
    return values;
  }
}
