package org.entente.indicator.admission;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.entente.indicator.admission.Ledger.Owner;
import org.entente.indicator.admission.Ledger.Stored;
import org.entente.indicator.bytes.Sha256;
import org.entente.indicator.stix.ObjectKey;
import org.entente.indicator.store.PostgresSession;
import org.entente.indicator.store.SqlCommand;

/// Reads what the store knows of a batch's objects: a constant number of statements, however many
/// objects there are.
@Singleton
final class LedgerStore {
  private static final String OWNERS =
      """
      SELECT stix_id, producer, latest, revoked_at FROM stix_owner
      WHERE stix_id = ANY (?) ORDER BY stix_id FOR UPDATE
      """;
  private static final String VERSIONS =
      """
      SELECT o.id, o.stix_id, o.version, o.sha256, o.shown_version
      FROM unnest(?::text[], ?::text[]) AS k (stix_id, version)
      JOIN object_version o
        ON o.producer = ? AND o.stix_id = k.stix_id AND o.version = k.version
      """;
  private static final String RELEASED =
      """
      SELECT object_version, audience FROM release
      WHERE collection = ? AND audience = ANY (?) AND object_version = ANY (?)
      """;
  private static final String IDS =
      "SELECT nextval('object_version_id') FROM generate_series(1, ?)";

  private final PostgresSession session;

  LedgerStore(PostgresSession session) {
    this.session = session;
  }

  /// Reads owners (and locks them), versions and releases of the objects at hand.
  Ledger read(View view, Collection<ObjectKey> keys) {
    return session.call(connection -> {
      Ledger ledger = new Ledger();
      owners(connection, keys, ledger);
      List<Long> stored = versions(connection, view.producer(), keys, ledger);
      released(connection, view, stored, ledger);
      return ledger;
    });
  }

  /// Fresh ids for `count` object versions.
  LongSupplier ids(int count) {
    List<Long> ids =
        session.call(connection -> {
          try (SqlCommand command = new SqlCommand(connection, IDS).value(count)) {
            ResultSet rows = command.query();
            List<Long> fresh = new ArrayList<>(count);
            while (rows.next()) {
              fresh.add(rows.getLong(1));
            }
            return fresh;
          }
        });
    return ids.iterator()::next;
  }

  private static void owners(Connection connection, Collection<ObjectKey> keys, Ledger ledger)
      throws SQLException {
    List<ObjectKey> versioned = keys.stream().filter(ObjectKey::versioned).toList();
    try (SqlCommand command =
        new SqlCommand(connection, OWNERS).texts(versioned, ObjectKey::stixId)) {
      ResultSet rows = command.query();
      while (rows.next()) {
        Optional<String> revokedAt = Optional.ofNullable(rows.getString("revoked_at"));
        ledger.own(
            rows.getString("stix_id"),
            new Owner(rows.getString("producer"), rows.getString("latest"), revokedAt));
      }
    }
  }

  private static List<Long> versions(
      Connection connection, String producer, Collection<ObjectKey> keys, Ledger ledger)
      throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (SqlCommand command =
        new SqlCommand(connection, VERSIONS)
            .texts(keys, ObjectKey::stixId)
            .texts(keys, ObjectKey::version)
            .value(producer)) {
      ResultSet rows = command.query();
      while (rows.next()) {
        ids.add(rows.getLong("id"));
        ledger.store(
            new ObjectKey(rows.getString("stix_id"), rows.getString("version")),
            new Stored(
                rows.getLong("id"),
                Sha256.ofDigest(rows.getBytes("sha256")),
                rows.getString("shown_version")));
      }
    }
    return ids;
  }

  private static void released(Connection connection, View view, List<Long> stored, Ledger ledger)
      throws SQLException {
    if (stored.isEmpty()) {
      return;
    }
    try (SqlCommand command =
        new SqlCommand(connection, RELEASED)
            .value(view.collection())
            .texts(view.audience(), text -> text)
            .numbers(stored, Function.identity())) {
      ResultSet rows = command.query();
      while (rows.next()) {
        ledger.release(rows.getLong("object_version"), rows.getString("audience"));
      }
    }
  }

  /// The part of the store a collection's admissions look at.
  record View(UUID collection, String producer, Set<String> audience) {
    View {
      audience = Set.copyOf(audience);
    }
  }
}
