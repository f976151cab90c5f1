package org.entente.audit.search;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.audit.visibility.AuditScope;

/** Answers searches newest first, by index; a page starts where the last one ended. */
@Singleton
public final class PostgresSearch {

  private final PostgresLog log;
  private final Indexing indexing;

  PostgresSearch(PostgresLog log, Indexing indexing) {
    this.log = log;
    this.indexing = indexing;
  }

  SearchPage find(SearchQuery query, AuditScope scope) {
    return new SearchPage(
        scope,
        page(query, scope, Finding.COLUMNS, Finding::of, finding -> finding.entry().index()));
  }

  /** Indices of what a search finds in the tree of this size, newest first, and one more. */
  public List<Long> indices(SearchQuery query, AuditScope scope, long size) {
    indexing.catchUp();
    return log.read(
        "searching",
        connection ->
            new PostgresQuery(query.newest(), scope, size)
                .run(connection, "entry.idx", row -> row.getLong(1)));
  }

  /**
   * How much somebody sees.
   *
   * @param size of the tree; the newest one's when empty
   */
  record Seen(AuditScope scope, OptionalLong size) {

    private long size(Connection connection) throws SQLException {
      return size.isPresent() ? size.getAsLong() : StoredCheckpoint.latest(connection).size();
    }
  }

  <T> Paged<T> page(
      SearchQuery query,
      Seen seen,
      String columns,
      PostgresRows.Row<T> row,
      java.util.function.ToLongFunction<T> index) {
    indexing.catchUp();
    return log.read(
        "searching",
        connection -> {
          // First the size: the page never shows an entry that this checkpoint does not cover.
          var size = seen.size(connection);
          var found = new PostgresQuery(query, seen.scope(), size).run(connection, columns, row);
          return Paged.of(size, found, query, index);
        });
  }

  <T> Paged<T> page(
      SearchQuery query,
      AuditScope scope,
      String columns,
      PostgresRows.Row<T> row,
      java.util.function.ToLongFunction<T> index) {
    return page(query, new Seen(scope, OptionalLong.empty()), columns, row, index);
  }
}
