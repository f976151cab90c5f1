package org.entente.audit.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.entente.audit.disclosure.Disclosure;
import org.entente.audit.record.RecordParser;
import org.entente.audit.record.RecordRejected;
import org.entente.audit.tree.StoredEntry;

/**
 * An entry as found, with what may be shown beside it.
 *
 * @param disclosures those stored that fit it; none when they were erased or altered
 */
public record Finding(StoredEntry entry, List<Disclosure> disclosures) {

  /** The columns {@link #of} needs. */
  public static final String COLUMNS =
      StoredEntry.COLUMNS
          + ", (SELECT disclosures FROM disclosure WHERE disclosure.idx = entry.idx) AS personal";

  public Finding {
    disclosures = List.copyOf(disclosures);
  }

  /** The finding of the current row. */
  public static Finding of(ResultSet row) throws SQLException {
    var entry = StoredEntry.of(row);
    var stored = Optional.ofNullable(row.getString("personal"));
    return new Finding(entry, entry.intact() ? fitting(entry, stored.orElse("")) : List.of());
  }

  private static List<Disclosure> fitting(StoredEntry entry, String stored) {
    try {
      return RecordParser.fitting(entry.body().toByteArray(), stored);
    } catch (RecordRejected _) {
      return List.of(); // of an older contract, which had none
    }
  }
}
