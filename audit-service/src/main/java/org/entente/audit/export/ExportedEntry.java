package org.entente.audit.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.entente.audit.search.Finding;
import org.entente.audit.search.Hit;
import org.entente.audit.search.PostgresHits;
import org.entente.audit.tree.StoredEntry;

/**
 * An entry as it is exported.
 *
 * @param finding its bytes, and what is stored beside it
 * @param hit what people read first
 */
record ExportedEntry(Finding finding, Hit hit) {

  static final String COLUMNS = PostgresHits.COLUMNS;

  static ExportedEntry of(ResultSet row) throws SQLException {
    return new ExportedEntry(Finding.of(row), PostgresHits.hit(row));
  }

  StoredEntry stored() {
    return finding.entry();
  }

  long index() {
    return stored().index();
  }
}
