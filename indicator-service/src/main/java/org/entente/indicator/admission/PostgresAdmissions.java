package org.entente.indicator.admission;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.store.PostgresSession;

/// How far submissions were admitted.
@Singleton
public final class PostgresAdmissions {
  private final PostgresSession session;

  PostgresAdmissions(PostgresSession session) {
    this.session = session;
  }

  /// Those of the given submissions that are admitted already.
  public Map<UUID, Admitted> find(Collection<UUID> ids) {
    String sql =
        """
        SELECT id, log_index, leaf, status, outcome, state FROM submission
        WHERE id = ANY (?) AND state <> 'received'
        """;
    return session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
        Map<UUID, Admitted> found = new HashMap<>();
        ResultSet rows = statement.executeQuery();
        while (rows.next()) {
          found.put(rows.getObject("id", UUID.class), admitted(rows));
        }
        return found;
      }
    });
  }

  /// The submission's state, if it is admitted.
  public Optional<Admitted> find(UUID id) {
    return Optional.ofNullable(find(List.of(id)).get(id));
  }

  /// Notes that the log holds the outcomes of these submissions.
  public void done(Collection<UUID> ids) {
    String sql = "UPDATE submission SET state = 'done' WHERE id = ANY (?) AND state = 'admitted'";
    session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
        return statement.executeUpdate();
      }
    });
  }

  /// Marks one submission that adds no objects as carried out; part of the transaction that does
  /// it.
  public void save(UUID id, Admitted admitted) {
    save(List.of(new Decided(id, List.of(), false, admitted)));
  }

  /// Marks submissions as admitted; part of the transaction that stores their objects.
  void save(List<Decided> batch) {
    String sql =
        """
        UPDATE submission SET state = 'admitted', log_index = ?, leaf = ?, status = ?, outcome = ?,
          members = ?, disclosable = ?
        WHERE id = ? AND state = 'received'
        """;
    session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (Decided decided : batch) {
          bind(connection, statement, decided);
          statement.addBatch();
        }
        if (Arrays.stream(statement.executeBatch()).sum() != batch.size()) {
          throw new IllegalStateException("a submission vanished or was admitted unlocked");
        }
        return batch.size();
      }
    });
  }

  private static void bind(Connection connection, PreparedStatement statement, Decided decided)
      throws SQLException {
    Admitted admitted = decided.admitted();
    statement.setLong(1, admitted.receipt().index());
    statement.setString(2, admitted.receipt().leaf());
    statement.setBytes(3, admitted.status().toBytes());
    statement.setBytes(4, Line.join(admitted.outcome()));
    statement.setArray(5, connection.createArrayOf("bigint", decided.members()));
    statement.setBoolean(6, decided.disclosable());
    statement.setObject(7, decided.id());
  }

  private static Admitted admitted(ResultSet rows) throws SQLException {
    return new Admitted(
        new Receipt(rows.getLong("log_index"), rows.getString("leaf")),
        Slice.of(rows.getBytes("status")),
        Line.split(rows.getBytes("outcome")),
        rows.getString("state").equals("done"));
  }
}
