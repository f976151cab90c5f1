package org.entente.audit.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.entente.audit.search.Finding;
import org.entente.audit.tree.StoredEntry;

/**
 * An entry as it is exported.
 *
 * @param finding its bytes, and what is stored beside it
 * @param time when it happened
 * @param told party, actor, operation, outcome and code as searches know them: for reading only
 */
record ExportedEntry(Finding finding, Instant time, List<String> told) {

  static final String COLUMNS =
      Finding.COLUMNS
          + ", time_ms, operation, outcome, code,"
          + " (SELECT actor FROM disclosure WHERE disclosure.idx = entry.idx) AS actor";

  ExportedEntry {
    told = List.copyOf(told);
  }

  static ExportedEntry of(ResultSet row) throws SQLException {
    var finding = Finding.of(row);
    return new ExportedEntry(
        finding,
        Instant.ofEpochMilli(row.getLong("time_ms")),
        List.of(
            finding.entry().party(),
            Objects.requireNonNullElse(row.getString("actor"), "-"),
            row.getString("operation"),
            row.getString("outcome"),
            row.getString("code")));
  }

  StoredEntry stored() {
    return finding.entry();
  }

  long index() {
    return stored().index();
  }
}
