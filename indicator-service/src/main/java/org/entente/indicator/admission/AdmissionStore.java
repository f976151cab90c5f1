package org.entente.indicator.admission;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.store.PostgresSession;
import org.entente.indicator.store.SqlCommand;

/// Which submissions are admitted, with the answer each was given.
@Singleton
final class AdmissionStore {
  private static final String ADMITTED =
      """
      SELECT id, log_index, leaf, status, outcome FROM submission
      WHERE id = ANY (?) AND state <> 'received'
      """;
  private static final String ADMIT =
      """
      UPDATE submission s
      SET state = 'admitted', log_index = a.log_index, leaf = a.leaf, status = a.status,
        outcome = a.outcome, members = a.members::bigint[], disclosable = a.disclosable
      FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[], ?::text[], ?::boolean[])
        AS a (id, log_index, leaf, status, outcome, members, disclosable)
      WHERE s.id = a.id AND s.state = 'received'
      """;

  private final PostgresSession session;

  AdmissionStore(PostgresSession session) {
    this.session = session;
  }

  /// Those of the given submissions that were admitted before.
  Map<UUID, Admitted> admitted(Collection<UUID> submissions) {
    return session.call(connection -> {
      Map<UUID, Admitted> found = new HashMap<>();
      try (SqlCommand command =
          new SqlCommand(connection, ADMITTED).uuids(submissions, Function.identity())) {
        ResultSet rows = command.query();
        while (rows.next()) {
          Admitted admitted = admitted(rows);
          found.put(admitted.submission(), admitted);
        }
      }
      return found;
    });
  }

  private static Admitted admitted(ResultSet rows) throws SQLException {
    return new Admitted(
        rows.getObject("id", UUID.class),
        new Receipt(rows.getLong("log_index"), rows.getString("leaf")),
        Slice.of(rows.getBytes("status")),
        Line.split(rows.getBytes("outcome")));
  }

  /// Keeps the answers; part of the transaction that stores and releases the objects.
  void admit(List<Settlement> settlements) {
    int changed = session.call(connection -> admit(connection, settlements));
    if (changed != settlements.size()) {
      throw new IllegalStateException(
          changed + " submissions admitted instead of " + settlements.size());
    }
  }

  private static int admit(Connection connection, List<Settlement> settlements)
      throws SQLException {
    List<Admitted> admitted = settlements.stream().map(Settlement::admitted).toList();
    try (SqlCommand command =
        new SqlCommand(connection, ADMIT)
            .uuids(admitted, Admitted::submission)
            .numbers(admitted, a -> a.receipt().index())
            .texts(admitted, a -> a.receipt().leaf())
            .bytes(admitted, a -> a.status().toBytes())
            .bytes(admitted, a -> Line.join(a.outcome()))
            .texts(settlements, AdmissionStore::members)
            .flags(settlements, Settlement::disclosable)) {
      return command.update();
    }
  }

  private static String members(Settlement settlement) {
    return settlement.members().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(",", "{", "}"));
  }
}
