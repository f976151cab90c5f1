package org.entente.audit.restore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.audit.record.PersonalRow;
import org.entente.audit.record.RecordedErasure;
import org.entente.audit.tree.PostgresErasures;

/**
 * Completes what the log says was erased of clients, in a copy from before: their personal fields
 * and what was filed about them. What was due is left to the service, which erases it as soon as it
 * leads. Tells nothing of it in the log, which says it already.
 *
 * @param connection without auto-commit; stays open
 */
record PostgresErasedAgain(Connection connection) {

  private static final int MOST = 1_000;
  private static final String NEXT =
      """
      SELECT idx, disclosures, actor, party FROM disclosure JOIN entry USING (idx)
      WHERE idx >= ? AND idx < ? ORDER BY idx LIMIT ?
      """;
  private static final String ERASE = "DELETE FROM disclosure WHERE idx = ?";
  private static final String FORGET =
      "DELETE FROM reconciliation WHERE party = ? AND client = ? AND idx < ?";

  /**
   * What came back and is gone again.
   *
   * @param rows how many entries' personal fields
   * @param records indices of the records that say so
   */
  record Gone(long rows, Set<Long> records) {}

  /** A row that is there, and whose it is. */
  private record Kept(PersonalRow row, String actor, String party) {}

  /** Erases them; durable when this returns. Interrupted, the next run goes on. */
  Gone run() throws SQLException {
    try {
      return erase(new PostgresErasures(connection).all());
    } finally {
      connection.rollback(); // of what is not committed
    }
  }

  private Gone erase(List<RecordedErasure> all) throws SQLException {
    var marked = all.stream().filter(erasure -> !erasure.due()).toList();
    var end = marked.stream().mapToLong(RecordedErasure::end).max().orElse(0);
    var gone = 0L;
    var records = new TreeSet<Long>();
    for (var kept = next(0, end); !kept.isEmpty(); kept = next(behind(kept), end)) {
      for (var one : kept) {
        var said = said(marked, one.row());
        if (said.isPresent()) {
          erase(one, said.get());
          records.add(said.get().index());
          gone++;
        }
      }
      connection.commit();
    }
    return new Gone(gone, records);
  }

  private static long behind(List<Kept> kept) {
    return kept.getLast().row().index() + 1;
  }

  private static Optional<RecordedErasure> said(List<RecordedErasure> marked, PersonalRow row) {
    var mark = row.mark();
    return marked.stream().filter(erasure -> erasure.covers(row.index(), mark)).findFirst();
  }

  private List<Kept> next(long from, long end) throws SQLException {
    var rows = new ArrayList<Kept>();
    try (var select = connection.prepareStatement(NEXT)) {
      select.setLong(1, from);
      select.setLong(2, end);
      select.setInt(3, MOST);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new Kept(
                  new PersonalRow(row.getLong("idx"), row.getString("disclosures")),
                  row.getString("actor"),
                  row.getString("party")));
        }
      }
    }
    return rows;
  }

  private void erase(Kept kept, RecordedErasure said) throws SQLException {
    try (var erase = connection.prepareStatement(ERASE);
        var forget = connection.prepareStatement(FORGET)) {
      erase.setLong(1, kept.row().index());
      erase.executeUpdate();
      forget.setString(1, kept.party());
      forget.setString(2, kept.actor());
      forget.setLong(3, said.index());
      forget.executeUpdate();
    }
  }
}
