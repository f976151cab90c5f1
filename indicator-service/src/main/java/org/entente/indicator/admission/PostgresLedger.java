package org.entente.indicator.admission;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.LongSupplier;
import org.entente.indicator.admission.Ledger.Origin;
import org.entente.indicator.admission.Ledger.Owner;
import org.entente.indicator.admission.Ledger.Stored;
import org.entente.indicator.admission.Verdict.Release;
import org.entente.indicator.bytes.Sha256;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.stix.ObjectKey;
import org.entente.indicator.store.PostgresColumns;
import org.entente.indicator.store.PostgresSession;

/// Reads what the store knows of the objects at hand: a handful of queries for any number of them.
@Singleton
final class PostgresLedger {
  private final PostgresSession session;
  private final PostgresDefinitions definitions;

  PostgresLedger(PostgresSession session, PostgresDefinitions definitions) {
    this.session = session;
    this.definitions = definitions;
  }

  /// Loads the ledger of these objects; call it under the collection's lock.
  ///
  /// @param offers with keys
  Ledger load(Collection collection, List<Offer> offers) {
    Set<String> markings = new HashSet<>();
    offers.forEach(offer -> markings.addAll(offer.markings().references()));
    Ledger ledger = new Ledger();
    definitions.find(collection.producer(), markings).forEach(ledger::define);
    return session.call(connection -> {
      loadOwners(connection, offers, ledger);
      Set<Long> found = loadVersions(connection, collection.producer(), offers, ledger);
      if (!found.isEmpty()) {
        loadReleases(connection, collection, found, ledger);
        loadWithdrawals(connection, collection, found, ledger);
      }
      return ledger;
    });
  }

  /// Fresh ids for at most `count` object versions.
  LongSupplier freshIds(int count) {
    Queue<Long> ids = session.call(connection -> nextIds(connection, count));
    return ids::remove;
  }

  private static void loadOwners(Connection connection, List<Offer> offers, Ledger ledger)
      throws SQLException {
    String sql =
        """
        SELECT stix_id, producer, created, author, latest, revoked_at FROM stix_owner
        WHERE stix_id = ANY (?)
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      new PostgresColumns<>(connection, statement, offers).bind(1, "text", o -> key(o).stixId());
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        ledger.know(rows.getString("stix_id"), owner(rows));
      }
    }
  }

  private static Owner owner(ResultSet rows) throws SQLException {
    return new Owner(
        rows.getString("producer"),
        new Origin(rows.getString("created"), Optional.ofNullable(rows.getString("author"))),
        rows.getString("latest"),
        Optional.ofNullable(rows.getString("revoked_at")));
  }

  /// Reads the bytes, too, where somebody offers others: they may say the same.
  private static Set<Long> loadVersions(
      Connection connection, String producer, List<Offer> offers, Ledger ledger)
      throws SQLException {
    String sql =
        """
        SELECT o.id, o.stix_id, o.version, o.shown_version, o.sha256,
          CASE WHEN o.sha256 <> wanted.sha256 THEN o.bytes END AS content
        FROM unnest(?::text[], ?::text[], ?::bytea[]) AS wanted (stix_id, version, sha256)
        JOIN object_version o
          ON o.producer = ? AND o.stix_id = wanted.stix_id AND o.version = wanted.version
        ORDER BY content NULLS FIRST
        """;
    Set<Long> found = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      PostgresColumns<Offer> columns = new PostgresColumns<>(connection, statement, offers);
      columns.bind(1, "text", offer -> key(offer).stixId());
      columns.bind(2, "text", offer -> key(offer).version());
      columns.bindBytes(3, offer -> offer.sha256().toBytes());
      statement.setString(4, producer);
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        Stored stored = stored(rows);
        ledger.store(new ObjectKey(rows.getString("stix_id"), rows.getString("version")), stored);
        found.add(stored.id());
      }
    }
    return found;
  }

  private static Stored stored(ResultSet rows) throws SQLException {
    return new Stored(
        rows.getLong("id"),
        Sha256.ofDigest(rows.getBytes("sha256")),
        rows.getString("shown_version"),
        Optional.ofNullable(rows.getBytes("content")).map(Slice::of));
  }

  private static ObjectKey key(Offer offer) {
    return offer.key().orElseThrow(() -> new IllegalArgumentException("an offer without key"));
  }

  private static void loadReleases(
      Connection connection, Collection collection, Set<Long> versions, Ledger ledger)
      throws SQLException {
    String sql =
        """
        SELECT object_version, audience, date_added FROM release
        WHERE collection = ? AND object_version = ANY (?)
        """;
    eachRow(
        connection,
        sql,
        collection,
        versions,
        rows -> {
          Release release = new Release(rows.getString("audience"), rows.getLong("date_added"));
          ledger.release(rows.getLong("object_version"), release);
        });
  }

  private static void loadWithdrawals(
      Connection connection, Collection collection, Set<Long> versions, Ledger ledger)
      throws SQLException {
    String sql =
        """
        SELECT object_version, audience FROM withdrawal
        WHERE collection = ? AND object_version = ANY (?)
        """;
    eachRow(
        connection,
        sql,
        collection,
        versions,
        rows -> ledger.withdrawn(rows.getLong("object_version"), rows.getString("audience")));
  }

  private interface PostgresRow {
    void read(ResultSet row) throws SQLException;
  }

  private static void eachRow(
      Connection connection,
      String sql,
      Collection collection,
      Set<Long> versions,
      PostgresRow reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, collection.id());
      statement.setArray(2, connection.createArrayOf("bigint", versions.toArray(Long[]::new)));
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  private static Queue<Long> nextIds(Connection connection, int count) throws SQLException {
    String sql = "SELECT nextval('object_version_id') AS id FROM generate_series(1, ?)";
    Queue<Long> ids = new ArrayDeque<>(count);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, count);
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        ids.add(rows.getLong("id"));
      }
    }
    return ids;
  }
}
