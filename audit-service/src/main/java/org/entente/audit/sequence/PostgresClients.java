package org.entente.audit.sequence;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.PostgresRows;
import org.entente.audit.visibility.AuditScope;

/**
 * Lists the clients that number their requests, and those a finding was filed about, a page in one
 * statement. It goes from client to client along the indexes, however many numbers each has.
 * Thread-safe.
 */
@Singleton
class PostgresClients {

  /** Most clients of one page. */
  static final int MOST = 20;

  /** Newest numbers of each client that are looked at. */
  static final long NEWEST = 10_000;

  /** Before and behind all partner ids, in the order of bytes. */
  private static final List<String> ALL_PARTIES = List.of("", "~");

  private static final String FURTHER =
      """
      (SELECT party, client FROM %s
       WHERE (party, client) > (named.party, named.client) AND party >= ? AND party <= ?
       ORDER BY party, client LIMIT 1)
      """;

  private static final String CLIENTS =
      """
      WITH RECURSIVE named (party, client, n) AS (
        SELECT ?::text COLLATE "C", ?::text COLLATE "C", 0
        UNION ALL
        SELECT further.party, further.client, n + 1
        FROM named CROSS JOIN LATERAL (
          SELECT party, client FROM (%s UNION ALL %s) AS either
          ORDER BY party, client LIMIT 1) AS further
        WHERE n < ?
      )
      SELECT named.party, named.client, newest.seq AS greatest, newest.idx, time_ms,
        (SELECT count(DISTINCT seq) FROM client_seq
         WHERE party = named.party AND client = named.client AND seq > newest.seq - ?) AS known
      FROM named LEFT JOIN LATERAL (
        SELECT seq, idx FROM client_seq
        WHERE party = named.party AND client = named.client
        ORDER BY seq DESC, idx DESC LIMIT 1) AS newest ON true
      LEFT JOIN entry ON entry.idx = newest.idx
      WHERE n > 0
      ORDER BY n
      """
          .formatted(FURTHER.formatted("client_seq"), FURTHER.formatted("reconciliation"));

  private final PostgresLog log;

  PostgresClients(PostgresLog log) {
    this.log = log;
  }

  /** The clients behind this one, in this scope. */
  CountingClients behind(ClientName last, AuditScope scope) {
    var parties =
        switch (scope) {
          case AuditScope.Joint _ -> ALL_PARTIES;
          case AuditScope.OfParty(var party) -> List.of(party, party);
        };
    var values = new ArrayList<Object>(List.of(last.party(), last.client()));
    values.addAll(parties);
    values.addAll(parties);
    values.addAll(List.of(MOST + 1, NEWEST));
    return log.read(
        "looking for clients",
        connection ->
            CountingClients.of(
                PostgresRows.all(
                    connection, CLIENTS, row -> CountingClient.of(row, NEWEST), values.toArray()),
                MOST));
  }
}
