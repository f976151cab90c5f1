package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.entente.audit.console.ShownRecord.Field;
import org.entente.audit.record.Actor;
import org.entente.audit.record.RecordParser;
import org.entente.audit.record.RecordRejected;
import org.entente.audit.record.Sha256;
import org.entente.audit.search.Finding;
import org.entente.audit.search.Hit;
import org.entente.audit.search.PostgresHits;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;
import org.entente.audit.visibility.AuditScope;

/** Reads one entry with all that is shown of it. Thread-safe. */
@Singleton
final class PostgresRecord {

  private static final String ONE =
      "SELECT "
          + PostgresHits.COLUMNS
          + ", "
          + Finding.PERSONAL
          + ", sequenced_ms FROM entry WHERE idx = ?";
  private static final String READABLE =
      " AND EXISTS (SELECT 1 FROM entry_reader r WHERE r.idx = entry.idx AND r.reader = ?)";

  private static final String ACTOR = "actor.user.uid";

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
    var fields = RecordFieldList.of(body, found.fitting(scope));
    return new ShownRecord(
        said(PostgresHits.hit(row), body, fields),
        Sha256.base64url(entry.leaf().toByteArray()),
        Instant.ofEpochMilli(row.getLong("sequenced_ms")),
        fields,
        new String(body, StandardCharsets.UTF_8));
  }

  /**
   * What the browser is about to prove is the leaf, so that is what the page says; the columns
   * beside it, which only searches need, could be anybody's.
   */
  private static Hit said(Hit found, byte[] leaf, List<Field> fields) {
    if (!found.intact()) {
      return found;
    }
    try {
      return found.saying(RecordParser.leaf(leaf), actor(fields));
    } catch (RecordRejected _) {
      return found; // of an older contract
    }
  }

  private static String actor(List<Field> fields) {
    return fields.stream()
        .filter(field -> field.path().equals(ACTOR))
        .map(Field::value)
        .findFirst()
        .orElse(Actor.UNKNOWN);
  }
}
