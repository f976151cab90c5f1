package org.entente.indicator.objects;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.indicator.audit.Resource;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.store.PostgresSession;
import org.entente.indicator.store.SqlCommand;

/// Reads released objects: one range scan over the reader's own release rows. What was not released
/// to the reader is no part of any statement's result, not even of a count.
@Singleton
final class PageStore {
  /// One row more than asked for tells whether others follow; its bytes are not read.
  private static final String PAGE =
      """
      SELECT p.date_added, p.fits, o.stix_id, o.shown_version, o.type,
        CASE WHEN p.fits THEN o.bytes END AS bytes
      FROM (
        SELECT date_added, object_version,
          row_number() OVER w <= ? AND (sum(size + 1) OVER w <= ? OR row_number() OVER w = 1) AS fits
        FROM (
          SELECT date_added, object_version, size FROM release
          WHERE collection = ? AND audience = ? AND latest AND date_added > ?
          ORDER BY date_added LIMIT ?) next_rows
        WINDOW w AS (ORDER BY date_added)) p
      JOIN object_version o ON o.id = p.object_version
      ORDER BY p.date_added
      """;

  private static final String OBJECT =
      """
      SELECT r.date_added, true AS fits, o.stix_id, o.shown_version, o.type, o.bytes
      FROM object_version o
      JOIN release r
        ON r.collection = ? AND r.audience = ? AND r.object_version = o.id AND r.latest
      WHERE o.producer = ? AND o.stix_id = ?
      """;

  private final PostgresSession session;

  PageStore(PostgresSession session) {
    this.session = session;
  }

  /// The next objects of a collection for one reader.
  ///
  /// @param maxBytes most bytes together; a first object larger than that still comes, alone
  Page page(Collection collection, String reader, PageRequest request, long maxBytes) {
    return session.call(connection -> {
      try (SqlCommand command =
          new SqlCommand(connection, PAGE)
              .value(request.limit())
              .value(maxBytes)
              .value(collection.id())
              .value(reader)
              .value(request.after())
              .value(request.limit() + 1)) {
        return page(command.query());
      }
    });
  }

  /// The version of one object that is the latest for this reader.
  Optional<Page.Item> object(Collection collection, String reader, String stixId) {
    return session.call(connection -> {
      try (SqlCommand command =
          new SqlCommand(connection, OBJECT)
              .value(collection.id())
              .value(reader)
              .value(collection.producer())
              .value(stixId)) {
        return page(command.query()).items().stream().findFirst();
      }
    });
  }

  private static Page page(ResultSet rows) throws SQLException {
    List<Page.Item> items = new ArrayList<>();
    while (rows.next()) {
      if (!rows.getBoolean("fits")) {
        return new Page(items, true);
      }
      Resource resource =
          new Resource(
              rows.getString("stix_id"), rows.getString("shown_version"), rows.getString("type"));
      items.add(
          new Page.Item(rows.getLong("date_added"), resource, Slice.of(rows.getBytes("bytes"))));
    }
    return new Page(items, false);
  }
}
