package org.entente.indicator.lookup;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.lookup.LookupQuery.Include;
import org.entente.indicator.store.PostgresSession;
import org.entente.indicator.taxii.TaxiiTime;

/// Finds what was released to a reader under many keys: one statement, one index probe for each
/// key, and no more bytes read than will be sent.
@Singleton
final class PostgresHits {
  /// Hits of one key; whoever wants more reads the collection.
  static final int MOST_PER_KEY = 100;

  private static final int MOST_AT_ONCE = 20_000;
  private static final int MOST_REACTIONS = 1000;

  /// `found` goes through the index; the newest version that this reader has counts, in whichever
  /// collection. `measured` sums sizes up, so that bytes are joined only to what will be sent, one
  /// by one: `OFFSET 0` keeps the planner, which expects more, from reading the whole table.
  static final String FIND =
      """
      WITH found AS MATERIALIZED (
        SELECT a.n, f.*
        FROM unnest(?::uuid[]) WITH ORDINALITY AS a (digest, n)
        CROSS JOIN LATERAL (
          SELECT k.*, r.date_added, r.size
          FROM lookup_key k
            JOIN release r ON r.collection = k.collection AND r.audience = ?
              AND r.object_version = k.object_version AND r.latest
            JOIN object_version o ON o.id = k.object_version
          WHERE k.digest = a.digest AND k.collection = ANY (?)
            AND (k.valid_from <= ? OR ?) AND (k.valid_until > ? OR ?) AND (NOT k.revoked OR ?)
            AND NOT EXISTS (
              SELECT 1 FROM object_version later
                JOIN release s ON s.object_version = later.id
                  AND s.audience = ? AND s.collection = ANY (?)
              WHERE later.producer = o.producer AND later.stix_id = o.stix_id
                AND later.version > o.version)
          ORDER BY k.object_version DESC LIMIT ?
        ) f
        ORDER BY a.n, f.object_version DESC LIMIT ?
      ), measured AS (
        SELECT *, count(*) OVER () AS found,
          sum(size) OVER (ORDER BY n, object_version DESC, collection, standing) - size AS before
        FROM found
      )
      SELECT m.*, o.stix_id, o.type, o.version, o.shown_version, o.producer, o.bytes,
        about.sightings, about.opposed
      FROM measured m
        CROSS JOIN LATERAL (SELECT * FROM object_version WHERE id = m.object_version OFFSET 0) o
        CROSS JOIN LATERAL (
          SELECT count(DISTINCT k.object_version) FILTER (WHERE k.standing = 5) AS sightings,
            count(DISTINCT k.object_version) FILTER (WHERE k.standing = 6) AS opposed
          FROM (
            SELECT k.object_version, k.standing
            FROM lookup_key k
              JOIN release r ON r.collection = k.collection AND r.audience = ?
                AND r.object_version = k.object_version AND r.latest
            WHERE k.collection = ANY (?) AND NOT k.revoked AND k.digest = substr(encode(sha256(
              convert_to(? || E'\\nabout:' || o.stix_id, 'UTF8')), 'hex'), 1, 32)::uuid
            LIMIT ?
          ) k
        ) about
      WHERE m.before < ?
      ORDER BY m.n, m.object_version DESC
      """;

  private final PostgresSession session;
  private final PostgresMarkings markings;

  PostgresHits(PostgresSession session, PostgresMarkings markings) {
    this.session = session;
    this.markings = markings;
  }

  /// What the reader may know of the keys; a second statement only if markings other than TLP's are
  /// among it.
  ///
  /// @param maxBytes of objects; the first always fits
  Hits find(Place place, LookupQuery query, List<String> keys, long maxBytes) {
    if (keys.isEmpty()) {
      return Hits.NONE;
    }
    Hits hits = hits(place, query, keys, maxBytes);
    return hits.under(markings.find(place, Definitions.referredToBy(hits.hits())));
  }

  private Hits hits(Place place, LookupQuery query, List<String> keys, long maxBytes) {
    return session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(FIND)) {
        UUID[] digests =
            keys.stream().map(key -> KeyDigest.of(place.audience(), key)).toArray(UUID[]::new);
        bind(connection, statement, new Asked(place, query, digests, maxBytes));
        return hits(statement.executeQuery(), keys.size());
      }
    });
  }

  /// Everything a statement is about.
  @SuppressWarnings("ArrayRecordComponent") // On its way into a statement; never compared.
  record Asked(Place place, LookupQuery query, UUID[] digests, long maxBytes) {}

  static void bind(Connection connection, PreparedStatement statement, Asked asked)
      throws SQLException {
    Array collections =
        connection.createArrayOf("uuid", asked.place().collections().toArray(UUID[]::new));
    LookupQuery query = asked.query();
    List<Object> values =
        List.of(
            connection.createArrayOf("uuid", asked.digests()),
            asked.place().audience(),
            collections,
            query.at(),
            query.wants(Include.UPCOMING),
            query.at(),
            query.wants(Include.EXPIRED),
            query.wants(Include.REVOKED),
            asked.place().audience(),
            collections,
            MOST_PER_KEY + 1,
            MOST_AT_ONCE + 1,
            asked.place().audience(),
            collections,
            asked.place().audience(),
            MOST_REACTIONS,
            Math.max(1, asked.maxBytes()));
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }

  private static Hits hits(ResultSet rows, int keys) throws SQLException {
    List<Hit> hits = new ArrayList<>();
    long found = 0;
    while (rows.next()) {
      found = rows.getLong("found");
      hits.add(hit(rows));
    }
    boolean whole = hits.isEmpty() || (hits.size() == found && found <= MOST_AT_ONCE);
    return new Hits(hits, Definitions.NONE, whole ? keys : hits.getLast().probe());
  }

  private static Hit hit(ResultSet row) throws SQLException {
    long dateAdded = row.getLong("date_added");
    boolean versioned = !row.getString("version").isEmpty();
    return new Hit(
        (int) row.getLong("n") - 1,
        new Hit.Entry(
            row.getLong("object_version"),
            row.getString("stix_id"),
            row.getString("type"),
            versioned ? row.getString("shown_version") : TaxiiTime.format(dateAdded),
            row.getString("producer")),
        row.getObject("collection", UUID.class),
        dateAdded,
        new Hit.Validity(
            Standing.of(row.getShort("standing")),
            row.getShort("pattern_group"),
            row.getLong("valid_from"),
            row.getLong("valid_until"),
            row.getBoolean("revoked")),
        new Hit.Reactions(row.getInt("sightings"), row.getInt("opposed")),
        Slice.of(row.getBytes("bytes")));
  }
}
