package org.entente.audit.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.entente.audit.disclosure.Disclosure;
import org.entente.audit.record.RecordParser;
import org.entente.audit.record.RecordRejected;
import org.entente.audit.tree.StoredEntry;
import org.entente.audit.visibility.AuditScope;

/**
 * An entry as found.
 *
 * @param personal what is stored beside it, nothing when that was erased
 */
public record Finding(StoredEntry entry, String personal) {

  /** The columns {@link #of} needs. */
  public static final String COLUMNS =
      StoredEntry.COLUMNS
          + ", (SELECT disclosures FROM disclosure WHERE disclosure.idx = entry.idx) AS personal";

  /** The finding of the current row. */
  public static Finding of(ResultSet row) throws SQLException {
    var personal = Objects.requireNonNullElse(row.getString("personal"), "");
    return new Finding(StoredEntry.of(row), personal);
  }

  /**
   * What this auditor is shown beside it, as a JSON list: those disclosures that fit, none of an
   * altered entry. They are base64url, so that nothing in them needs escaping.
   */
  public String disclosures(AuditScope scope) {
    return fitting(scope).stream()
        .map(disclosure -> "\"" + disclosure.text() + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private List<Disclosure> fitting(AuditScope scope) {
    if (!entry.intact()) {
      return List.of();
    }
    try {
      var whole = scope.readsAllOf(entry.party());
      return RecordParser.fitting(entry.body().toByteArray(), personal, whole);
    } catch (RecordRejected _) {
      return List.of(); // of an older contract, which had none
    }
  }
}
