package org.entente.audit.reconciliation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoredCheckpoint;

/** Keeps findings beside the log, as they were received. Thread-safe. */
@Singleton
public class PostgresReconciliations {

  /** As the records of findings are called. */
  static final String OPERATION = "log.reconcile";

  private static final String KEEP =
      "INSERT INTO reconciliation (idx, party, client, finding) VALUES (?, ?, ?, ?)";

  private static final String NEWEST =
      "SELECT "
          + FiledFinding.COLUMNS
          + """
           FROM (
            SELECT newest.* FROM unnest(?, ?) AS asked (party, client) CROSS JOIN LATERAL (
              SELECT idx, party AS claimed_by, client, finding FROM reconciliation
              WHERE party = asked.party AND client = asked.client
              ORDER BY idx DESC LIMIT 1) AS newest) AS filed
          JOIN entry USING (idx) LEFT JOIN disclosure USING (idx)
          """;

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
    log.keep(
        "keeping a finding",
        connection -> {
          try (var insert = connection.prepareStatement(KEEP)) {
            insert.setLong(1, index);
            insert.setString(2, claim.party());
            insert.setString(3, claim.client());
            insert.setBytes(4, finding);
            return insert.executeUpdate();
          }
        });
  }

  /**
   * The newest finding about each of these clients that has one.
   *
   * @param parties and {@code clients}: one name at each place
   */
  public List<FiledFinding> newest(List<String> parties, List<String> clients) {
    return log.read(
        "reading findings",
        connection -> {
          try (var select = connection.prepareStatement(NEWEST)) {
            select.setArray(1, connection.createArrayOf("text", parties.toArray()));
            select.setArray(2, connection.createArrayOf("text", clients.toArray()));
            var found = new ArrayList<FiledFinding>();
            try (var row = select.executeQuery()) {
              while (row.next()) {
                found.add(FiledFinding.of(row));
              }
            }
            return found;
          }
        });
  }
}
