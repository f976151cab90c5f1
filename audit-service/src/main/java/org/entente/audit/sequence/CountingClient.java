package org.entente.audit.sequence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.entente.audit.sequence.MissingNumbers.Neighbour;

/**
 * A client that numbers its requests, or whose party says so.
 *
 * @param greatest its greatest number that the log has, 0 when it has none
 * @param newest the newest entry with that number
 * @param lookedAt how many of its newest numbers were looked at
 * @param missing how many of these no entry has
 */
public record CountingClient(
    String party,
    String client,
    long greatest,
    Optional<Neighbour> newest,
    long lookedAt,
    long missing) {

  static CountingClient of(ResultSet row, long most) throws SQLException {
    var greatest = row.getLong("greatest"); // 0 when there is none
    var lookedAt = Math.min(greatest, most);
    var at = Instant.ofEpochMilli(row.getLong("time_ms"));
    return new CountingClient(
        row.getString("party"),
        row.getString("client"),
        greatest,
        greatest == 0 ? Optional.empty() : Optional.of(new Neighbour(row.getLong("idx"), at)),
        lookedAt,
        lookedAt - row.getLong("known"));
  }

  ClientName name() {
    return new ClientName(party, client);
  }
}
