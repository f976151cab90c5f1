package org.entente.indicator.admission;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.indicator.admission.Ledger.Owner;
import org.entente.indicator.admission.Verdict.Added;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.lookup.PostgresKeys;
import org.entente.indicator.lookup.PostgresKeys.IndexedRelease;
import org.entente.indicator.stix.ObjectKey;
import org.entente.indicator.store.PostgresColumns;
import org.entente.indicator.store.PostgresSession;
import org.entente.indicator.store.StoreContended;
import org.entente.indicator.taxii.TaxiiTime;
import org.entente.stix.rule.StixTime;

/// Stores admitted objects and their releases; one statement for each table and batch.
@Singleton
public final class PostgresObjects {
  private static final String SAVE_OWNERS =
      """
      INSERT INTO stix_owner (stix_id, producer, created, author, latest, revoked_at)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
      ON CONFLICT (stix_id) DO UPDATE
      SET latest = GREATEST(stix_owner.latest, EXCLUDED.latest),
        revoked_at = COALESCE(stix_owner.revoked_at, EXCLUDED.revoked_at)
      WHERE stix_owner.producer = EXCLUDED.producer AND stix_owner.created = EXCLUDED.created
        AND stix_owner.author IS NOT DISTINCT FROM EXCLUDED.author
        -- Revoked is final, also when the revocation comes through another collection meanwhile.
        AND (stix_owner.revoked_at IS NULL OR EXCLUDED.latest <= stix_owner.revoked_at)
        AND (EXCLUDED.revoked_at IS NULL OR stix_owner.latest <= EXCLUDED.revoked_at)
      """;

  private final PostgresSession session;
  private final PostgresKeys keys;

  PostgresObjects(PostgresSession session, PostgresKeys keys) {
    this.session = session;
    this.keys = keys;
  }

  /// Stores new object versions.
  void insertVersions(String producer, List<VersionRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String sql =
        """
        INSERT INTO object_version
          (id, producer, stix_id, version, shown_version, type, bytes, sha256, submission)
        SELECT r.id, ?, r.stix_id, r.version, r.shown, r.type, r.bytes, r.sha256, r.submission
        FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[],
          ?::uuid[]) AS r (id, stix_id, version, shown, type, bytes, sha256, submission)
        """;
    session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        PostgresColumns<VersionRow> columns = new PostgresColumns<>(connection, statement, rows);
        statement.setString(1, producer);
        columns.bind(2, "bigint", r -> r.added().placement().id());
        columns.bind(3, "text", r -> r.key().stixId());
        columns.bind(4, "text", r -> r.key().version());
        columns.bind(5, "text", r -> r.added().placement().shownVersion());
        columns.bind(6, "text", r -> r.added().offer().type());
        columns.bindBytes(7, r -> r.added().offer().bytes().toBytes());
        columns.bindBytes(8, r -> r.added().offer().sha256().toBytes());
        columns.bind(9, "uuid", VersionRow::submission);
        return statement.executeUpdate();
      }
    });
  }

  /// Releases object versions, and lets readers find them by what they speak of.
  void insertReleases(Collection collection, List<ReleaseRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String sql =
        """
        INSERT INTO release
          (collection, audience, date_added, object_version, submission, size, type, version,
            latest, earliest)
        SELECT ?, r.audience, r.date_added, r.object_version, r.submission, r.size, r.type,
          r.version, true, true
        FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::uuid[], ?::int[], ?::text[], ?::text[])
          AS r (audience, date_added, object_version, submission, size, type, version)
        """;
    session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        PostgresColumns<ReleaseRow> columns = new PostgresColumns<>(connection, statement, rows);
        statement.setObject(1, collection.id());
        columns.bind(2, "text", r -> r.release().audience());
        columns.bind(3, "bigint", r -> r.release().dateAdded());
        columns.bind(4, "bigint", ReleaseRow::objectVersion);
        columns.bind(5, "uuid", ReleaseRow::submission);
        columns.bind(6, "int", r -> r.offer().bytes().length());
        columns.bind(7, "text", r -> r.offer().type());
        columns.bind(8, "text", ReleaseRow::version);
        return statement.executeUpdate();
      }
    });
    keys.index(collection.id(), rows.stream().map(ReleaseRow::indexed).toList());
  }

  /// Keeps who owns which object.
  ///
  /// @throws StoreContended when one of them was claimed meanwhile, by another partner or with
  ///   another origin
  void saveOwners(Map<String, Owner> owners) {
    if (owners.isEmpty()) {
      return;
    }
    // In the order of their ids, so that two collections never wait for each other in a circle.
    List<Map.Entry<String, Owner>> rows =
        owners.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    int saved =
        session.call(connection -> {
          try (PreparedStatement statement = connection.prepareStatement(SAVE_OWNERS)) {
            PostgresColumns<Map.Entry<String, Owner>> columns =
                new PostgresColumns<>(connection, statement, rows);
            columns.bind(1, "text", Map.Entry::getKey);
            columns.bind(2, "text", r -> r.getValue().producer());
            columns.bind(3, "text", r -> r.getValue().origin().created());
            columns.bind(4, "text", r -> r.getValue().origin().author().orElse(null));
            columns.bind(5, "text", r -> r.getValue().latest());
            columns.bind(6, "text", r -> r.getValue().revokedAt().orElse(null));
            return statement.executeUpdate();
          }
        });
    if (saved != rows.size()) {
      throw new StoreContended("an object was claimed meanwhile");
    }
  }

  /// Marks, for objects of which there may be several versions, the first and the last one that
  /// each audience sees.
  public void markFirstAndLast(Collection collection, Set<String> stixIds) {
    if (stixIds.isEmpty()) {
      return;
    }
    String sql =
        """
        UPDATE release r SET latest = ranked.latest, earliest = ranked.earliest
        FROM (
          SELECT r.audience, r.date_added,
            o.version = max(o.version) OVER (PARTITION BY r.audience, o.stix_id) AS latest,
            o.version = min(o.version) OVER (PARTITION BY r.audience, o.stix_id) AS earliest
          FROM object_version o JOIN release r ON r.object_version = o.id
          WHERE o.producer = ? AND o.stix_id = ANY (?) AND r.collection = ?
        ) ranked
        WHERE r.collection = ? AND r.audience = ranked.audience
          AND r.date_added = ranked.date_added
          AND (r.latest, r.earliest) <> (ranked.latest, ranked.earliest)
        """;
    session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, collection.producer());
        statement.setArray(2, connection.createArrayOf("text", stixIds.toArray()));
        statement.setObject(3, collection.id());
        statement.setObject(4, collection.id());
        return statement.executeUpdate();
      }
    });
  }

  record VersionRow(Added added, ObjectKey key, UUID submission) {}

  record ReleaseRow(Verdict.Release release, long objectVersion, UUID submission, Offer offer) {
    IndexedRelease indexed() {
      return new IndexedRelease(release.audience(), objectVersion, offer.indexed());
    }

    /// Sortable text of the version that the audience is shown: what STIX does not version is
    /// versioned by its release.
    String version() {
      String shown = offer.ownVersion().orElseGet(() -> TaxiiTime.format(release.dateAdded()));
      return StixTime.parse(shown).orElseThrow().sortable();
    }
  }
}
