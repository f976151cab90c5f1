package org.entente.audit.reconciliation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;
import org.entente.audit.tree.StoredCheckpoint;

/** Keeps findings beside the log, as they were received. Thread-safe. */
@Singleton
public class PostgresReconciliations {

  /** As the records of findings are called. */
  static final String OPERATION = "log.reconcile";

  private static final String KEEP =
      "INSERT INTO reconciliation (idx, party, client, finding, %s) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
          .formatted(Totals.COLUMNS);

  private static final String NEWEST =
      """
      SELECT idx, time_ms, filed.party AS claimed_by, filed.client, %1$s
      FROM unnest(?, ?) AS asked (party, client) CROSS JOIN LATERAL (
        SELECT idx, reconciliation.party, reconciliation.client, %1$s FROM reconciliation
        WHERE reconciliation.party = asked.party AND reconciliation.client = asked.client
        ORDER BY idx DESC LIMIT 1) AS filed
      JOIN entry USING (idx)
      """
          .formatted(Totals.COLUMNS);

  private static final String FILED =
      """
      SELECT $columns FROM (
        SELECT idx, party AS claimed_by, client, finding, $totals FROM reconciliation WHERE %s
      ) AS filed $join entry USING (idx)
      ORDER BY idx
      """
          .replace("$columns", FiledFinding.COLUMNS)
          .replace("$totals", Totals.COLUMNS);
  private static final String NEWEST_OF =
      FILED
          .replace("$join", "JOIN")
          .formatted("party = ? AND client = ? ORDER BY idx DESC LIMIT 1");
  private static final String BETWEEN =
      FILED.replace("$join", "LEFT JOIN").formatted("idx >= ? AND idx < ? ORDER BY idx LIMIT ?");

  private final PostgresLog log;

  PostgresReconciliations(PostgresLog log) {
    this.log = log;
  }

  /** How large the log is. */
  long size() {
    return log.read("reconciling", connection -> StoredCheckpoint.latest(connection).size());
  }

  /** Keeps a finding under the index of its record. */
  void keep(long index, Reconciliation claim, byte[] finding) {
    var totals = claim.totals();
    log.keep(
        "keeping a finding",
        connection -> {
          try (var insert =
              PostgresRows.prepared(
                  connection,
                  KEEP,
                  index,
                  claim.party(),
                  claim.client(),
                  finding,
                  totals.matched(),
                  totals.onlyInJournal(),
                  totals.onlyInLog(),
                  totals.differing())) {
            return insert.executeUpdate();
          }
        });
  }

  /**
   * What the newest finding about each of these clients says, if there is one; none is read for it.
   *
   * @param parties and {@code clients}: one name at each place
   */
  public List<FiledTotals> newest(List<String> parties, List<String> clients) {
    Object of = parties.toArray(String[]::new);
    Object named = clients.toArray(String[]::new);
    return log.read(
        "listing findings",
        connection -> PostgresRows.all(connection, NEWEST, FiledTotals::of, of, named));
  }

  /** The newest finding about one client, if there is one. */
  public Optional<FiledFinding> newest(String party, String client) {
    return log.read(
        "reading a finding",
        connection -> PostgresRows.first(connection, NEWEST_OF, FiledFinding::of, party, client));
  }

  /**
   * Those kept under these indices that are not what was filed, or whose entry there is not.
   *
   * @param connection in a transaction, so that one is read at a time
   * @param most rows to be looked at
   */
  public static List<Long> altered(Connection connection, long from, long to, int most)
      throws SQLException {
    try (var select = PostgresRows.prepared(connection, BETWEEN, from, to, most)) {
      select.setFetchSize(1);
      var altered = new ArrayList<Long>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          if (row.getObject("leaf_hash") == null || FiledFinding.of(row).claim().isEmpty()) {
            altered.add(row.getLong("idx"));
          }
        }
      }
      return altered;
    }
  }
}
