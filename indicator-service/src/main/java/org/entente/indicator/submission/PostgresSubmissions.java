package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.bytes.Sha256;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.store.PostgresColumns;
import org.entente.indicator.store.PostgresSession;
import org.entente.indicator.store.StoreContended;
import org.entente.indicator.submission.Reception.Known;
import org.entente.indicator.taxii.TaxiiTime;

/// Keeps submissions: the evidence, written once.
@Singleton
final class PostgresSubmissions {
  private static final String INSERT =
      """
      INSERT INTO submission (id, collection, partner, jti, manifest, manifest_sha256, body,
        caller, verified, record, received_at, claimed_at, state, kind)
      SELECT r.id, r.collection, r.partner, r.jti, r.manifest, sha256(r.manifest), r.body,
        r.caller, r.verified, r.record, r.received_at, r.received_at, 'received',
        r.kind
      FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::text[],
        ?::text[], ?::bytea[], ?::bigint[], ?::text[]) AS r (id, collection, partner, jti,
        manifest, body, caller, verified, record, received_at, kind)
      -- Always in one order, so that two batches with the same repetitions do not deadlock.
      ORDER BY r.partner, r.jti
      ON CONFLICT DO NOTHING
      RETURNING id
      """;

  private static final String KNOWN =
      """
      WITH r AS (SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bytea[])
        AS r (id, partner, jti, manifest))
      SELECT r.id AS repeated, s.id, s.partner, s.manifest_sha256, true AS same_jti
      FROM r JOIN submission s ON s.partner = r.partner AND s.jti = r.jti
      UNION ALL
      SELECT r.id AS repeated, s.id, s.partner, s.manifest_sha256, false AS same_jti
      FROM r JOIN submission s ON s.manifest_sha256 = sha256(r.manifest)
      ORDER BY same_jti DESC
      """;

  private final PostgresSession session;

  PostgresSubmissions(PostgresSession session) {
    this.session = session;
  }

  /// Keeps many submissions with one commit. What was kept before stays as it is.
  ///
  /// @return one result for each, in order
  List<Reception> receive(List<Submission> submissions) {
    return session.call(connection -> {
      Set<UUID> fresh = insert(connection, submissions);
      Map<UUID, Reception> known =
          known(connection, submissions.stream().filter(s -> !fresh.contains(s.id())).toList());
      return submissions.stream()
          .map(s -> fresh.contains(s.id()) ? new Reception.Fresh() : earlier(known, s))
          .toList();
    });
  }

  private static Reception earlier(Map<UUID, Reception> known, Submission submission) {
    return Optional.ofNullable(known.get(submission.id()))
        .orElseThrow(() -> new StoreContended("a submission was neither kept nor known"));
  }

  private static Set<UUID> insert(Connection connection, List<Submission> submissions)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      PostgresColumns<Submission> columns =
          new PostgresColumns<>(connection, statement, submissions);
      columns.bind(1, "uuid", Submission::id);
      columns.bind(2, "uuid", Submission::collection);
      columns.bind(3, "text", Submission::partner);
      columns.bind(4, "text", Submission::jti);
      columns.bindBytes(5, s -> s.manifest().toBytes());
      columns.bindBytes(6, s -> s.body().toBytes());
      columns.bind(7, "text", Submission::caller);
      columns.bind(8, "text", Submission::verified);
      columns.bindBytes(9, s -> s.record().toBytes());
      columns.bind(10, "bigint", s -> TaxiiTime.micros(s.receivedAt()));
      columns.bind(11, "text", s -> s.kind().label());
      Set<UUID> fresh = new HashSet<>();
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        fresh.add(rows.getObject("id", UUID.class));
      }
      return fresh;
    }
  }

  /// The earlier submission behind each repeated one; the partner's own jti comes before a manifest
  /// that somebody else sent.
  private static Map<UUID, Reception> known(Connection connection, List<Submission> repeated)
      throws SQLException {
    if (repeated.isEmpty()) {
      return Map.of();
    }
    try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
      PostgresColumns<Submission> columns = new PostgresColumns<>(connection, statement, repeated);
      columns.bind(1, "uuid", Submission::id);
      columns.bind(2, "text", Submission::partner);
      columns.bind(3, "text", Submission::jti);
      columns.bindBytes(4, s -> s.manifest().toBytes());
      Map<UUID, Reception> known = new HashMap<>();
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        Sha256 sha256 = Sha256.ofDigest(rows.getBytes("manifest_sha256"));
        Known earlier =
            new Known(rows.getObject("id", UUID.class), rows.getString("partner"), sha256);
        known.putIfAbsent(rows.getObject("repeated", UUID.class), earlier);
      }
      return known;
    }
  }

  /// One kept submission.
  ///
  /// @throws IllegalStateException when there is none of that id
  Submission load(UUID id) {
    String sql =
        """
        SELECT kind, id, collection, partner, jti, manifest, body, caller, verified, record,
          received_at
        FROM submission WHERE id = ?
        """;
    return session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setObject(1, id);
        ResultSet rows = statement.executeQuery();
        if (!rows.next()) {
          throw new IllegalStateException("no submission " + id);
        }
        return submission(rows);
      }
    });
  }

  private static Submission submission(ResultSet rows) throws SQLException {
    return new Submission(
        Kind.of(rows.getString("kind")),
        rows.getObject("id", UUID.class),
        rows.getObject("collection", UUID.class),
        rows.getString("partner"),
        rows.getString("jti"),
        Slice.of(rows.getBytes("manifest")),
        Slice.of(rows.getBytes("body")),
        rows.getString("caller"),
        rows.getString("verified"),
        TaxiiTime.instant(rows.getLong("received_at")),
        new Line(rows.getBytes("record")));
  }

  /// When the partner's submission of that id was received; empty for everybody else's.
  Optional<Instant> receivedAt(UUID id, String partner) {
    String sql = "SELECT received_at FROM submission WHERE id = ? AND partner = ?";
    return session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setObject(1, id);
        statement.setString(2, partner);
        ResultSet rows = statement.executeQuery();
        return rows.next()
            ? Optional.of(TaxiiTime.instant(rows.getLong("received_at")))
            : Optional.empty();
      }
    });
  }

  /// What is received and not done.
  ///
  /// @param oldest when the oldest of them was received; empty without one
  record Unfinished(long count, Optional<Instant> oldest) {
    static final Unfinished NONE = new Unfinished(0, Optional.empty());
  }

  /// How many submissions are unfinished, and since when.
  Unfinished unfinished() {
    String sql =
        """
        SELECT count(*) AS number, min(received_at) AS oldest FROM submission
        WHERE state <> 'done'
        """;
    return session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        ResultSet rows = statement.executeQuery();
        rows.next();
        long count = rows.getLong("number");
        return count == 0
            ? Unfinished.NONE
            : new Unfinished(count, Optional.of(TaxiiTime.instant(rows.getLong("oldest"))));
      }
    });
  }

  /// Takes unfinished submissions that nobody touched since `before`; other replicas then leave
  /// them alone until they are as old again. What lies as far ahead was claimed by a clock that has
  /// been put right since.
  List<UUID> claim(Instant before, Instant now, int most) {
    String sql =
        """
        UPDATE submission SET claimed_at = ? WHERE id IN (
          SELECT id FROM submission WHERE state <> 'done' AND claimed_at NOT BETWEEN ? AND ?
          ORDER BY claimed_at LIMIT ? FOR UPDATE SKIP LOCKED)
        RETURNING id
        """;
    return session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setLong(1, TaxiiTime.micros(now));
        statement.setLong(2, TaxiiTime.micros(before));
        statement.setLong(3, TaxiiTime.micros(now.plus(Duration.between(before, now))));
        statement.setInt(4, most);
        List<UUID> claimed = new ArrayList<>();
        ResultSet rows = statement.executeQuery();
        while (rows.next()) {
          claimed.add(rows.getObject("id", UUID.class));
        }
        return claimed;
      }
    });
  }
}
