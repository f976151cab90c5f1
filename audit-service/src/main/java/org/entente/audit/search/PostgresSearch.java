package org.entente.audit.search;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.audit.tree.StoredEntry;

/** Answers searches newest first, by index; a page starts where the last one ended. */
@Singleton
final class PostgresSearch {

  /** A search that walks the whole log ends here instead of keeping a connection from others. */
  private static final int LONGEST_SECONDS = 10;

  private final PostgresLog log;

  PostgresSearch(PostgresLog log) {
    this.log = log;
  }

  SearchPage find(SearchQuery query) {
    return log.read(
        "searching",
        connection -> {
          // First the size: the page never shows an entry that this checkpoint does not cover.
          var size = StoredCheckpoint.latest(connection).size();
          return SearchPage.of(size, entries(connection, query, size), query.limit());
        });
  }

  private static List<StoredEntry> entries(Connection connection, SearchQuery query, long size)
      throws SQLException {
    try (var select = connection.prepareStatement(sql(query))) {
      select.setQueryTimeout(LONGEST_SECONDS);
      var at = 1;
      for (var value : query.values()) {
        select.setObject(at++, value);
      }
      select.setLong(at++, size);
      select.setInt(at, query.limit() + 1); // one more tells whether there is a next page
      var entries = new ArrayList<StoredEntry>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          entries.add(StoredEntry.of(rows));
        }
      }
      return entries;
    }
  }

  private static String sql(SearchQuery query) {
    var sql = new StringBuilder("SELECT " + StoredEntry.COLUMNS + " FROM entry WHERE ");
    query.conditions().forEach(condition -> sql.append(condition).append(" AND "));
    return sql.append("idx < ? ORDER BY idx DESC LIMIT ?").toString();
  }
}
