package org.entente.audit.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What a list says of a finding, as it is kept beside it: only {@link FiledFinding} and fsck hold
 * it against what was filed.
 *
 * @param index of the record that tells of it
 * @param at when it was filed, as that record says
 */
public record FiledTotals(long index, Instant at, String party, String client, Totals totals) {

  static FiledTotals of(ResultSet row) throws SQLException {
    return new FiledTotals(
        row.getLong("idx"),
        Instant.ofEpochMilli(row.getLong("time_ms")),
        row.getString("claimed_by"),
        row.getString("client"),
        Totals.of(row));
  }
}
