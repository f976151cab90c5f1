package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.entente.audit.record.Sha256;
import org.entente.audit.search.Finding;
import org.entente.audit.search.PostgresHits;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;
import org.entente.audit.visibility.AuditScope;

/** Reads one entry with all that is shown of it. Thread-safe. */
@Singleton
final class PostgresRecord {

  private static final String ONE =
      "SELECT " + PostgresHits.COLUMNS + ", sequenced_ms FROM entry WHERE idx = ?";
  private static final String READABLE =
      " AND EXISTS (SELECT 1 FROM entry_reader r WHERE r.idx = entry.idx AND r.reader = ?)";

  private final PostgresLog log;

  PostgresRecord(PostgresLog log) {
    this.log = log;
  }

  /**
   * The entry at this index.
   *
   * @throws RecordUnknown when there is none that this scope may read
   */
  ShownRecord at(long index, AuditScope scope) {
    return log.read("reading an entry", connection -> find(connection, index, scope));
  }

  private static ShownRecord find(Connection connection, long index, AuditScope scope)
      throws SQLException {
    PostgresRows.Row<ShownRecord> row = found -> shown(found, scope);
    var shown =
        switch (scope) {
          case AuditScope.Joint() -> PostgresRows.first(connection, ONE, row, index);
          case AuditScope.OfParty(var party) ->
              PostgresRows.first(connection, ONE + READABLE, row, index, party);
        };
    return shown.orElseThrow(RecordUnknown::new);
  }

  private static ShownRecord shown(ResultSet row, AuditScope scope) throws SQLException {
    var found = Finding.of(row);
    var entry = found.entry();
    var body = entry.body().toByteArray();
    return new ShownRecord(
        PostgresHits.hit(row),
        Sha256.base64url(entry.leaf().toByteArray()),
        Instant.ofEpochMilli(row.getLong("sequenced_ms")),
        RecordFieldList.of(body, found.fitting(scope)),
        new String(body, StandardCharsets.UTF_8));
  }
}
