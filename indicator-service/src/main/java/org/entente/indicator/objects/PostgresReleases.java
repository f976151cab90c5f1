package org.entente.indicator.objects;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.store.PostgresSession;

/// Reads what was released, and nothing else: every query starts from the release rows of one
/// collection and one partner.
@Singleton
final class PostgresReleases {
  /// One row more than asked for tells whether something follows; sizes are summed over the release
  /// rows, so that no byte is read that will not be sent.
  private static final String PAGE =
      """
      WITH page AS MATERIALIZED (
        SELECT date_added, object_version, size FROM release
        WHERE collection = ? AND audience = ? AND latest AND date_added > ?
        ORDER BY date_added LIMIT ?
      ), measured AS (
        SELECT date_added, object_version,
          sum(size) OVER (ORDER BY date_added) - size AS bytes_before,
          row_number() OVER (ORDER BY date_added) AS number,
          count(*) OVER () AS found
        FROM page
      )
      SELECT m.found, m.date_added, o.stix_id, o.type, o.version, o.shown_version, o.bytes
      FROM measured m JOIN object_version o ON o.id = m.object_version
      WHERE m.number <= ? AND m.bytes_before < ?
      ORDER BY m.date_added
      """;

  private static final String ONE =
      """
      SELECT r.date_added, o.stix_id, o.type, o.version, o.shown_version, o.bytes
      FROM object_version o JOIN release r ON r.object_version = o.id
      WHERE o.producer = ? AND o.stix_id = ? AND r.collection = ? AND r.audience = ? AND r.latest
      """;

  private final PostgresSession session;

  PostgresReleases(PostgresSession session) {
    this.session = session;
  }

  /// The next objects released to the partner.
  ///
  /// @param maxBytes where the page ends early; its first object always fits
  Page page(UUID collection, String audience, ObjectQuery query, int maxBytes) {
    return session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
        statement.setObject(1, collection);
        statement.setString(2, audience);
        statement.setLong(3, query.after());
        statement.setInt(4, query.limit() + 1);
        statement.setInt(5, query.limit());
        statement.setLong(6, maxBytes);
        return page(statement.executeQuery());
      }
    });
  }

  private static Page page(ResultSet rows) throws SQLException {
    List<Released> objects = new ArrayList<>();
    long found = 0;
    while (rows.next()) {
      found = rows.getLong("found");
      objects.add(released(rows));
    }
    return new Page(objects, found > objects.size());
  }

  /// The latest version of one object, if any was released to the partner.
  Optional<Released> find(OneObject wanted) {
    return session.call(connection -> find(connection, wanted));
  }

  private static Optional<Released> find(Connection connection, OneObject wanted)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ONE)) {
      statement.setString(1, wanted.producer());
      statement.setString(2, wanted.id());
      statement.setObject(3, wanted.collection());
      statement.setString(4, wanted.audience());
      ResultSet rows = statement.executeQuery();
      return rows.next() ? Optional.of(released(rows)) : Optional.empty();
    }
  }

  private static Released released(ResultSet rows) throws SQLException {
    boolean observable =
        rows.getString("version").isEmpty() && !rows.getString("type").equals("marking-definition");
    return new Released(
        rows.getString("stix_id"),
        rows.getString("type"),
        observable ? "" : rows.getString("shown_version"),
        rows.getLong("date_added"),
        Slice.of(rows.getBytes("bytes")));
  }

  /// One object of a collection, asked for by one partner.
  record OneObject(UUID collection, String producer, String audience, String id) {}
}
