package org.entente.audit.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.entente.audit.record.Sha256;
import org.entente.audit.search.Actors;
import org.entente.audit.search.Finding;
import org.entente.audit.tree.StoredEntry;

/**
 * A finding as it is kept.
 *
 * @param index of the record that tells of it
 * @param at when it was filed, as that record says
 * @param by who filed it, {@code -} when that was erased, {@link Actors#FOREIGN} when what is kept
 *     of it does not fit that record
 * @param party that claims it
 * @param claim what it says; none when what is kept is not what is on record
 */
public record FiledFinding(
    long index,
    Instant at,
    String by,
    String party,
    String client,
    Optional<Reconciliation> claim) {

  static final String COLUMNS =
      Finding.COLUMNS + ", time_ms, claimed_by, client, finding, " + Totals.COLUMNS;

  private static final ObjectMapper JSON = new ObjectMapper();

  static FiledFinding of(ResultSet row) throws SQLException {
    var found = Finding.of(row);
    var entry = found.entry();
    var party = row.getString("claimed_by");
    var client = row.getString("client");
    var body = row.getBytes("finding");
    var totals = Totals.of(row);
    return new FiledFinding(
        entry.index(),
        Instant.ofEpochMilli(row.getLong("time_ms")),
        found.actor(),
        party,
        client,
        onRecord(entry, body)
            .filter(claim -> claim.party().equals(party) && claim.client().equals(client))
            .filter(claim -> claim.totals().equals(totals)));
  }

  /** What these bytes say, if this entry is the record of just these. */
  private static Optional<Reconciliation> onRecord(StoredEntry entry, byte[] body) {
    var record = record(entry);
    var same =
        entry.intact()
            && record.at("/api/operation").asText().equals(PostgresReconciliations.OPERATION)
            && record.at("/exchange/body_sha256").asText().equals(Sha256.of(body));
    try {
      return same
          ? Optional.of(ReconciliationJson.read(body))
              .filter(claim -> claim.party().equals(entry.party()))
          : Optional.empty();
    } catch (ReconciliationRefused _) {
      return Optional.empty(); // of another version's contract
    }
  }

  private static JsonNode record(StoredEntry entry) {
    try {
      return JSON.readTree(entry.body().toByteArray());
    } catch (JsonProcessingException _) {
      return JSON.nullNode();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }
}
