package org.entente.indicator.evidence;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.audit.Resource;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.stix.StixTime;
import org.entente.indicator.store.PostgresSession;
import org.entente.indicator.store.SqlCommand;
import org.jspecify.annotations.Nullable;

/// Finds the evidence behind an object version.
@Singleton
final class EvidenceStore {
  private static final String COLUMNS =
      """
      SELECT s.id, s.partner, s.manifest, s.body, s.received_at, s.log_index, s.leaf,
        o.stix_id, o.shown_version, o.type
      """;

  /// A reader sees the submission that released the object to it, if all its objects were released
  /// to that reader: the body must tell nothing that reading did not.
  private static final String FOR_READER =
      COLUMNS
          + """
          FROM object_version o
          JOIN release r ON r.collection = ? AND r.audience = ? AND r.object_version = o.id
          JOIN submission s ON s.id = r.submission
          WHERE o.producer = ? AND o.stix_id = ?
            AND (?::text IS NULL AND r.latest OR o.version = ?::text OR o.shown_version = ?::text)
            AND s.disclosable AND NOT EXISTS (
              SELECT FROM unnest(s.members) AS m (id)
              LEFT JOIN release seen ON seen.collection = r.collection
                AND seen.audience = r.audience AND seen.object_version = m.id
              WHERE seen.object_version IS NULL)
          ORDER BY o.version DESC LIMIT 1
          """;

  private static final String FOR_PRODUCER =
      COLUMNS
          + """
          FROM object_version o
          JOIN submission s ON s.id = o.submission
          WHERE s.collection = ? AND s.partner = ? AND o.producer = ? AND o.stix_id = ?
            AND (?::text IS NULL OR o.version = ?::text OR o.shown_version = ?::text)
          ORDER BY o.version DESC LIMIT 1
          """;

  private final PostgresSession session;

  EvidenceStore(PostgresSession session) {
    this.session = session;
  }

  /// What the partner may see as evidence for an object.
  ///
  /// @param version empty asks for the latest
  Optional<Exhibit> find(
      Collection collection, String partner, String stixId, Optional<Version> version) {
    String sql = collection.writableBy(partner) ? FOR_PRODUCER : FOR_READER;
    @Nullable String sortable = version.map(Version::sortable).orElse(null);
    @Nullable String shown = version.map(Version::text).orElse(null);
    return session.call(connection -> {
      try (SqlCommand command =
          new SqlCommand(connection, sql)
              .value(collection.id())
              .value(partner)
              .value(collection.producer())
              .value(stixId)
              .value(shown)
              .value(sortable)
              .value(shown)) {
        ResultSet rows = command.query();
        return rows.next() ? Optional.of(exhibit(rows)) : Optional.empty();
      }
    });
  }

  private static Exhibit exhibit(ResultSet row) throws SQLException {
    Exhibit.Source source =
        new Exhibit.Source(
            row.getObject("id", UUID.class),
            row.getString("partner"),
            Slice.of(row.getBytes("manifest")),
            Slice.of(row.getBytes("body")));
    return new Exhibit(
        source,
        row.getLong("received_at"),
        new Receipt(row.getLong("log_index"), row.getString("leaf")),
        new Resource(
            row.getString("stix_id"), row.getString("shown_version"), row.getString("type")));
  }

  /// A version as it was asked for, and in the sortable form of a timestamp.
  record Version(String text, String sortable) {
    static Version of(String text) {
      String plain = text.replace("\0", "");
      return new Version(plain, StixTime.parse(plain).map(StixTime::sortable).orElse(plain));
    }
  }
}
