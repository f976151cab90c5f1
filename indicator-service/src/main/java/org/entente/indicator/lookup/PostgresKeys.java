package org.entente.indicator.lookup;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entente.indicator.store.PostgresColumns;
import org.entente.indicator.store.PostgresSession;

/// Writes down by which keys readers find what was released to them.
@Singleton
public final class PostgresKeys {
  /// So many rows take well under the time a statement may take.
  private static final int AT_ONCE = 20_000;

  private static final String INSERT =
      """
      INSERT INTO lookup_key (digest, object_version, collection, standing, pattern_group,
        valid_from, valid_until, revoked)
      SELECT r.digest, r.object_version, ?, r.standing, r.pattern_group, r.valid_from,
        r.valid_until, r.revoked
      FROM unnest(?::uuid[], ?::bigint[], ?::smallint[], ?::smallint[], ?::bigint[], ?::bigint[],
        ?::boolean[]) AS r (digest, object_version, standing, pattern_group, valid_from,
        valid_until, revoked)
      ON CONFLICT DO NOTHING
      """;

  private static final String DELETE =
      """
      DELETE FROM lookup_key k
      USING unnest(?::uuid[], ?::bigint[]) AS gone (digest, object_version)
      WHERE k.digest = gone.digest AND k.object_version = gone.object_version AND k.collection = ?
      """;

  private final PostgresSession session;

  PostgresKeys(PostgresSession session) {
    this.session = session;
  }

  /// Indexes releases; part of the transaction that makes them.
  public void index(UUID collection, List<IndexedRelease> releases) {
    inPieces(releases, rows -> insert(collection, rows));
  }

  /// Forgets releases that are taken back; part of the transaction that does so.
  public void forget(UUID collection, List<IndexedRelease> releases) {
    inPieces(releases, rows -> delete(collection, rows));
  }

  private static void inPieces(List<IndexedRelease> releases, Consumer<List<Row>> statement) {
    List<Row> rows = releases.stream().flatMap(PostgresKeys::rows).toList();
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      statement.accept(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
    }
  }

  private static Stream<Row> rows(IndexedRelease release) {
    return release.indexed().entries().stream()
        .map(entry -> new Row(KeyDigest.of(release.audience(), entry.key()), entry, release));
  }

  private void insert(UUID collection, List<Row> rows) {
    session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
        PostgresColumns<Row> columns = new PostgresColumns<>(connection, statement, rows);
        statement.setObject(1, collection);
        columns.bind(2, "uuid", Row::digest);
        columns.bind(3, "bigint", r -> r.release().objectVersion());
        columns.bind(4, "smallint", r -> (short) r.entry().standing().number());
        columns.bind(5, "smallint", r -> (short) r.entry().group());
        columns.bind(6, "bigint", r -> r.release().indexed().validFrom());
        columns.bind(7, "bigint", r -> r.release().indexed().validUntil());
        columns.bind(8, "boolean", r -> r.release().indexed().revoked());
        return statement.executeUpdate();
      }
    });
  }

  private void delete(UUID collection, List<Row> rows) {
    session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
        PostgresColumns<Row> columns = new PostgresColumns<>(connection, statement, rows);
        columns.bind(1, "uuid", Row::digest);
        columns.bind(2, "bigint", r -> r.release().objectVersion());
        statement.setObject(3, collection);
        return statement.executeUpdate();
      }
    });
  }

  /// An object version that a reader may see, or may see no more.
  ///
  /// @param audience the reader, as in the release row
  public record IndexedRelease(String audience, long objectVersion, Indexed indexed) {}

  private record Row(UUID digest, IndexEntry entry, IndexedRelease release) {}
}
