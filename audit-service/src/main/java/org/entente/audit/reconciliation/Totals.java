package org.entente.audit.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How much both have, and what only one has, or has otherwise.
 *
 * @param matched alike in both
 */
public record Totals(long matched, long onlyInJournal, long onlyInLog, long differing) {

  static final String COLUMNS = "matched, only_in_journal, only_in_log, differing";

  static Totals of(ResultSet row) throws SQLException {
    return new Totals(
        row.getLong("matched"),
        row.getLong("only_in_journal"),
        row.getLong("only_in_log"),
        row.getLong("differing"));
  }

  /** Whether nothing stands on one side only, and nothing differs. */
  public boolean clean() {
    return onlyInJournal == 0 && onlyInLog == 0 && differing == 0;
  }

  /** How a page shows it: {@code good} or {@code warn}. */
  public String verdict() {
    return clean() ? "good" : "warn";
  }
}
