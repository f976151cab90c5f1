package org.entente.indicator.admission;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.indicator.admission.Ledger.Owner;
import org.entente.indicator.admission.LedgerStore.View;
import org.entente.indicator.admission.Verdict.Added;
import org.entente.indicator.admission.Verdict.Release;
import org.entente.indicator.stix.ObjectKey;
import org.entente.indicator.store.PostgresSession;
import org.entente.indicator.store.SqlCommand;
import org.entente.indicator.store.StoreContended;

/// Writes what a batch adds: versions, owners, releases. Part of the admitting transaction.
@Singleton
final class ReleaseStore {
  private static final String VERSIONS =
      """
      INSERT INTO object_version
        (id, producer, stix_id, version, shown_version, type, bytes, sha256, submission)
      SELECT n.id, ?, n.stix_id, n.version, n.shown_version, n.type, n.bytes, n.sha256, n.submission
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[],
          ?::uuid[])
        AS n (id, stix_id, version, shown_version, type, bytes, sha256, submission)
      ORDER BY n.stix_id, n.version
      """;

  /// Only ever the same producer's: a row of somebody else stays as it is and is missing from the
  /// count.
  private static final String OWNERS =
      """
      INSERT INTO stix_owner AS o (stix_id, producer, latest, revoked_at)
      SELECT n.stix_id, ?, n.latest, n.revoked_at
      FROM unnest(?::text[], ?::text[], ?::text[]) AS n (stix_id, latest, revoked_at)
      ORDER BY n.stix_id
      ON CONFLICT (stix_id) DO UPDATE
      SET latest = greatest(o.latest, excluded.latest),
        revoked_at = coalesce(excluded.revoked_at, o.revoked_at)
      WHERE o.producer = excluded.producer
      """;

  private static final String RELEASES =
      """
      INSERT INTO release
        (collection, audience, date_added, object_version, submission, size, latest)
      SELECT ?, n.audience, n.date_added, n.object_version, n.submission, n.size, true
      FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::uuid[], ?::bigint[])
        AS n (audience, date_added, object_version, submission, size)
      ORDER BY n.audience, n.date_added
      """;

  private static final String LATEST =
      """
      UPDATE release r SET latest = ranked.latest
      FROM (
        SELECT r.audience, r.date_added,
          row_number() OVER (PARTITION BY r.audience, o.stix_id ORDER BY o.version DESC) = 1 AS latest
        FROM object_version o
        JOIN release r
          ON r.collection = ? AND r.audience = ANY (?) AND r.object_version = o.id
        WHERE o.producer = ? AND o.stix_id = ANY (?)) ranked
      WHERE r.collection = ? AND r.audience = ranked.audience
        AND r.date_added = ranked.date_added AND r.latest <> ranked.latest
      """;

  private final PostgresSession session;

  ReleaseStore(PostgresSession session) {
    this.session = session;
  }

  /// Stores all of a batch.
  ///
  /// @throws StoreContended when another partner took one of the ids in between
  void write(View view, List<Settlement> settlements, Ledger ledger) {
    List<NewVersion> versions = settlements.stream().flatMap(ReleaseStore::newVersions).toList();
    List<NewRelease> releases = settlements.stream().flatMap(ReleaseStore::newReleases).toList();
    session.call(connection -> {
      versions(connection, view.producer(), versions);
      owners(connection, view.producer(), owned(versions, ledger));
      releases(connection, view.collection(), releases);
      latest(connection, view, releases);
      return releases.size();
    });
  }

  private static Map<String, Owner> owned(List<NewVersion> versions, Ledger ledger) {
    Map<String, Owner> owners = new HashMap<>();
    for (NewVersion version : versions) {
      String id = version.key().stixId();
      ledger.owner(id).filter(_ -> version.key().versioned()).ifPresent(o -> owners.put(id, o));
    }
    return owners;
  }

  private static void versions(Connection connection, String producer, List<NewVersion> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (SqlCommand command =
        new SqlCommand(connection, VERSIONS)
            .value(producer)
            .numbers(rows, row -> row.added().placement().id())
            .texts(rows, row -> row.key().stixId())
            .texts(rows, row -> row.key().version())
            .texts(rows, row -> row.added().placement().shownVersion())
            .texts(rows, row -> row.added().offer().type())
            .bytes(rows, row -> row.added().offer().bytes().toBytes())
            .bytes(rows, row -> row.added().offer().sha256().toBytes())
            .uuids(rows, NewVersion::submission)) {
      command.update();
    }
  }

  private static void owners(Connection connection, String producer, Map<String, Owner> owners)
      throws SQLException {
    if (owners.isEmpty()) {
      return;
    }
    List<Map.Entry<String, Owner>> rows = List.copyOf(owners.entrySet());
    try (SqlCommand command =
        new SqlCommand(connection, OWNERS)
            .value(producer)
            .texts(rows, Map.Entry::getKey)
            .texts(rows, row -> row.getValue().latest())
            .texts(rows, row -> row.getValue().revokedAt().orElse(null))) {
      if (command.update() != rows.size()) {
        throw new StoreContended("another partner took an id of this batch");
      }
    }
  }

  private static void releases(Connection connection, UUID collection, List<NewRelease> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (SqlCommand command =
        new SqlCommand(connection, RELEASES)
            .value(collection)
            .texts(rows, row -> row.release().audience())
            .numbers(rows, row -> row.release().dateAdded())
            .numbers(rows, NewRelease::objectVersion)
            .uuids(rows, NewRelease::submission)
            .numbers(rows, row -> (long) row.offer().bytes().length())) {
      command.update();
    }
  }

  /// Of each object only the version latest to its reader is shown, whichever came last.
  private static void latest(Connection connection, View view, List<NewRelease> releases)
      throws SQLException {
    Set<String> ids = new HashSet<>();
    releases.stream()
        .map(NewRelease::offer)
        .filter(Offer::versioned)
        .forEach(offer -> ids.add(offer.shownId()));
    if (ids.isEmpty()) {
      return;
    }
    try (SqlCommand command =
        new SqlCommand(connection, LATEST)
            .value(view.collection())
            .texts(view.audience(), text -> text)
            .value(view.producer())
            .texts(ids, text -> text)
            .value(view.collection())) {
      command.update();
    }
  }

  private static Stream<NewVersion> newVersions(Settlement settlement) {
    UUID submission = settlement.candidate().origin().submission();
    List<NewVersion> rows = new ArrayList<>();
    for (Verdict verdict : settlement.verdicts()) {
      if (verdict instanceof Added added) {
        added.offer().key().ifPresent(key -> rows.add(new NewVersion(submission, key, added)));
      }
    }
    return rows.stream();
  }

  private static Stream<NewRelease> newReleases(Settlement settlement) {
    UUID submission = settlement.candidate().origin().submission();
    List<NewRelease> rows = new ArrayList<>();
    for (Verdict verdict : settlement.verdicts()) {
      Settlement.placement(verdict)
          .ifPresent(placement ->
              placement
                  .releases()
                  .forEach(release ->
                      rows.add(
                          new NewRelease(submission, placement.id(), verdict.offer(), release))));
    }
    return rows.stream();
  }

  private record NewVersion(UUID submission, ObjectKey key, Added added) {}

  private record NewRelease(UUID submission, long objectVersion, Offer offer, Release release) {}
}
