package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.store.PostgresSession;
import org.entente.indicator.store.SqlCommand;

/// Submissions and how far they came.
@Singleton
final class SubmissionStore {
  private static final String RECEIVE =
      """
      INSERT INTO submission (id, collection, partner, jti, manifest, manifest_sha256, body, caller,
        verified, record, received_at, claimed_at, state)
      SELECT n.id, n.collection, n.partner, n.jti, n.manifest, n.manifest_sha256, n.body, n.caller,
        n.verified, n.record, n.received_at, n.received_at, 'received'
      FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::bytea[], ?::bytea[], ?::bytea[],
          ?::text[], ?::text[], ?::bytea[], ?::bigint[])
        AS n (id, collection, partner, jti, manifest, manifest_sha256, body, caller, verified,
          record, received_at)
      ON CONFLICT DO NOTHING RETURNING id
      """;
  private static final String EARLIER =
      "SELECT "
          + SubmissionRow.COLUMNS
          + " FROM submission "
          + "WHERE (partner, jti) IN (SELECT * FROM unnest(?::text[], ?::uuid[])) "
          + "OR manifest_sha256 = ANY (?)";
  private static final String CLAIM =
      """
      UPDATE submission SET claimed_at = ?
      WHERE id IN (
        SELECT id FROM submission WHERE state <> 'done' AND claimed_at < ?
        ORDER BY claimed_at LIMIT ? FOR UPDATE SKIP LOCKED)
      RETURNING
      """
          + SubmissionRow.COLUMNS;
  private static final String FINISH =
      "UPDATE submission SET state = 'done' WHERE id = ANY (?) AND state = 'admitted'";
  private static final String STATUS =
      "SELECT status FROM submission WHERE id = ? AND partner = ? AND state <> 'received'";

  private final PostgresSession session;

  SubmissionStore(PostgresSession session) {
    this.session = session;
  }

  /// Stores what is new.
  ///
  /// @return the ids that are new; the others met a row with the same jti or the same manifest
  Set<UUID> receive(List<Submission> submissions) {
    return session.call(connection -> {
      try (SqlCommand command = insert(connection, submissions)) {
        ResultSet rows = command.query();
        Set<UUID> fresh = new HashSet<>();
        while (rows.next()) {
          fresh.add(rows.getObject(1, UUID.class));
        }
        return fresh;
      }
    });
  }

  private static SqlCommand insert(Connection connection, List<Submission> rows)
      throws SQLException {
    return new SqlCommand(connection, RECEIVE)
        .uuids(rows, row -> row.origin().submission())
        .uuids(rows, row -> row.origin().collection())
        .texts(rows, row -> row.origin().actor().partner())
        .uuids(rows, row -> row.established().jti())
        .bytes(rows, row -> row.evidence().manifest().toBytes())
        .bytes(rows, row -> row.established().digests().manifest().toBytes())
        .bytes(rows, row -> row.evidence().body().toBytes())
        .texts(rows, row -> row.headers().caller())
        .texts(rows, row -> row.headers().established())
        .bytes(rows, row -> row.record().toBytes())
        .numbers(rows, row -> row.origin().receivedAt());
  }

  /// Rows that have the jti or the manifest of one of these.
  List<SubmissionRow> earlier(List<Submission> submissions) {
    return session.call(connection -> {
      try (SqlCommand command =
          new SqlCommand(connection, EARLIER)
              .texts(submissions, s -> s.origin().actor().partner())
              .uuids(submissions, s -> s.established().jti())
              .bytes(submissions, s -> s.established().digests().manifest().toBytes())) {
        return rows(command.query());
      }
    });
  }

  /// Takes unfinished submissions that nobody has worked on for a while; another replica does not
  /// get the same ones.
  ///
  /// @param before in microseconds since 1970, like `now`
  List<Progress> claim(long now, long before, int most) {
    return session.call(connection -> {
      try (SqlCommand command =
          new SqlCommand(connection, CLAIM).value(now).value(before).value(most)) {
        return rows(command.query()).stream().map(SubmissionRow::progress).toList();
      }
    });
  }

  private static List<SubmissionRow> rows(ResultSet result) throws SQLException {
    List<SubmissionRow> rows = new ArrayList<>();
    while (result.next()) {
      rows.add(SubmissionRow.read(result));
    }
    return rows;
  }

  /// Notes that the outcome of these is in the log.
  int finish(Collection<UUID> submissions) {
    return session.call(connection -> {
      try (SqlCommand command =
          new SqlCommand(connection, FINISH).uuids(submissions, Function.identity())) {
        return command.update();
      }
    });
  }

  /// The TAXII status of a partner's own submission.
  Optional<Slice> status(UUID submission, String partner) {
    return session.call(connection -> {
      try (SqlCommand command =
          new SqlCommand(connection, STATUS).value(submission).value(partner)) {
        ResultSet rows = command.query();
        return rows.next() ? Optional.of(Slice.of(rows.getBytes(1))) : Optional.empty();
      }
    });
  }
}
