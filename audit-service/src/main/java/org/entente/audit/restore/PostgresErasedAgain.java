package org.entente.audit.restore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.audit.record.PersonalRow;
import org.entente.audit.record.RecordedErasure;
import org.entente.audit.tree.PostgresErasures;
import org.entente.audit.tree.PostgresRows;

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
  private static final String ERASE = "DELETE FROM disclosure WHERE idx = ANY (?)";
  private static final String FORGET =
      "DELETE FROM reconciliation WHERE party = ? AND client = ? AND idx < ?";

  /**
   * What came back and is gone again.
   *
   * @param rows how many entries' personal fields
   * @param records indices of the records that say so
   */
  record Gone(long rows, Set<Long> records) {}

  /** What was filed about a client before the record that says it is erased. */
  private record Filed(String party, String client, long before) {}

  /** A row that is there, and whose it is. */
  private record Kept(PersonalRow row, String actor, String party) {

    Filed filedBefore(RecordedErasure said) {
      return new Filed(party, actor, said.index());
    }
  }

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
    var rows = 0L;
    var records = new TreeSet<Long>();
    for (var kept = next(0, end); !kept.isEmpty(); kept = next(behind(kept), end)) {
      var back = new TreeMap<Long, Filed>();
      kept.forEach(one ->
          said(marked, one.row())
              .ifPresent(said -> back.put(one.row().index(), one.filedBefore(said))));
      erase(back);
      rows += back.size();
      back.values().forEach(filed -> records.add(filed.before()));
    }
    return new Gone(rows, records);
  }

  private static long behind(List<Kept> kept) {
    return kept.getLast().row().index() + 1;
  }

  private static Optional<RecordedErasure> said(List<RecordedErasure> marked, PersonalRow row) {
    var mark = row.mark();
    return marked.stream().filter(erasure -> erasure.covers(row.index(), mark)).findFirst();
  }

  private List<Kept> next(long from, long end) throws SQLException {
    PostgresRows.Row<Kept> kept =
        row ->
            new Kept(
                new PersonalRow(row.getLong("idx"), row.getString("disclosures")),
                row.getString("actor"),
                row.getString("party"));
    return PostgresRows.all(connection, NEXT, kept, from, end, MOST);
  }

  private void erase(SortedMap<Long, Filed> back) throws SQLException {
    Object indices = back.keySet().toArray(Long[]::new);
    try (var erase = PostgresRows.prepared(connection, ERASE, indices)) {
      erase.executeUpdate();
    }
    for (var filed : Set.copyOf(back.values())) {
      try (var forget =
          PostgresRows.prepared(
              connection, FORGET, filed.party(), filed.client(), filed.before())) {
        forget.executeUpdate();
      }
    }
    connection.commit();
  }
}
