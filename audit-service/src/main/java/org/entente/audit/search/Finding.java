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
   * Who acted, as the leaf says it, in any version of the contract, or the disclosure of which the
   * leaf has the digest; a dash when unknown or erased, {@link Actors#FOREIGN} when leaf or
   * disclosure are somebody else's.
   */
  public String actor() {
    return entry.intact()
        ? Actors.of(Facets.record(entry.body().toByteArray()), personal)
        : Actors.FOREIGN;
  }

  /** {@link #fitting} as a JSON list; they are base64url, so that nothing needs escaping. */
  public String disclosures(AuditScope scope) {
    return fitting(scope).stream()
        .map(disclosure -> "\"" + disclosure.text() + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** What this auditor is shown beside it: those disclosures that fit, none of an altered entry. */
  public List<Disclosure> fitting(AuditScope scope) {
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
