package org.entente.audit.search;

import jakarta.inject.Singleton;
import java.util.List;
import org.entente.audit.tree.PostgresLog;
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

  /** How much somebody sees: this scope of the tree of this size. */
  record Seen(AuditScope scope, long size) {}

  <T> Paged<T> page(
      SearchQuery query,
      Seen seen,
      String columns,
      PostgresQuery.Row<T> row,
      java.util.function.ToLongFunction<T> index) {
    indexing.catchUp();
    return log.read(
        "searching",
        connection -> {
          var found =
              new PostgresQuery(query, seen.scope(), seen.size()).run(connection, columns, row);
          return Paged.of(seen.size(), found, query, index);
        });
  }

  <T> Paged<T> page(
      SearchQuery query,
      AuditScope scope,
      String columns,
      PostgresQuery.Row<T> row,
      java.util.function.ToLongFunction<T> index) {
    // First the size: the page never shows an entry that this checkpoint does not cover.
    var size = log.read("searching", connection -> StoredCheckpoint.latest(connection).size());
    return page(query, new Seen(scope, size), columns, row, index);
  }
}
