package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.entente.audit.record.LogEvent;
import org.entente.audit.search.PostgresHits;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;
import org.entente.audit.visibility.AuditScope;

/** What became of the log lately, beyond the daily routine. Thread-safe. */
@Singleton
final class PostgresEvents {

  private static final int SHOWN = 5;

  /** Of each operation, so that rare ones are not looked for along the whole log. */
  private static final String NEWEST =
      """
      SELECT newest.idx FROM unnest(?) AS asked (operation) CROSS JOIN LATERAL (
        SELECT idx FROM entry WHERE entry.operation = asked.operation AND party = '-'
        ORDER BY idx DESC LIMIT $shown) AS newest
      ORDER BY idx DESC LIMIT $shown
      """
          .replace("$shown", String.valueOf(SHOWN));

  private static final String[] OPERATIONS =
      Arrays.stream(LogEvent.values())
          .filter(event -> !event.isRoutine())
          .map(LogEvent::operation)
          .toArray(String[]::new);

  private final PostgresLog log;
  private final PostgresHits hits;

  PostgresEvents(PostgresLog log, PostgresHits hits) {
    this.log = log;
    this.hits = hits;
  }

  /** The newest that this scope may read, newest first. */
  List<Event> newest(AuditScope scope) {
    var indices =
        log.read(
            "reading what became of the log",
            connection ->
                PostgresRows.all(connection, NEWEST, row -> row.getLong(1), (Object) OPERATIONS));
    return hits.of(indices, scope).stream().flatMap(hit -> Event.of(hit).stream()).toList();
  }
}
