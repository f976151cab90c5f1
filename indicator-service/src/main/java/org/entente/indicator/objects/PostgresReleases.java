package org.entente.indicator.objects;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.paging.PageRequest;
import org.entente.indicator.store.PostgresSession;
import org.entente.indicator.taxii.TaxiiTime;

/// Reads what was released, and nothing else: every query starts from the release rows of one
/// collection and one audience. One statement for a page.
@Singleton
final class PostgresReleases {
  private static final String ENTRY = "o.stix_id, o.type, o.version, o.shown_version";

  private final PostgresSession session;

  PostgresReleases(PostgresSession session) {
    this.session = session;
  }

  /// The next objects released to the audience.
  ///
  /// @param producer whose objects the collection holds
  /// @param maxBytes where the page ends early; its first object always fits
  Page<Released> objects(PageRequest page, String producer, long maxBytes) {
    Sql sql = page(page, producer, ENTRY + ", o.bytes", maxBytes);
    return read(sql, row -> new Released(entry(row), Slice.of(row.getBytes("bytes"))));
  }

  /// What [#objects] would give, without the bytes.
  Page<Entry> entries(PageRequest page, String producer) {
    return read(page(page, producer, ENTRY, Long.MAX_VALUE), PostgresReleases::entry);
  }

  /// Whether any version of the page's one object was released to the audience, whatever the
  /// filters.
  boolean knows(PageRequest page, String producer) {
    Sql sql = ReleaseScan.any(page.place(), producer);
    return session.call(connection -> {
      try (PreparedStatement statement = prepare(connection, sql)) {
        return statement.executeQuery().next();
      }
    });
  }

  /// Sizes are summed over the release rows, so that no byte is read that will not be sent.
  static Sql page(PageRequest page, String producer, String columns, long maxBytes) {
    Selection selection = Selection.of(page);
    return Sql.join(
        Sql.of("WITH page AS MATERIALIZED ("),
        ReleaseScan.rows(page, producer, selection),
        Sql.of(
            """
            ), measured AS (
              SELECT date_added, object_version,
                sum(size) OVER (ORDER BY date_added) - size AS bytes_before,
                row_number() OVER (ORDER BY date_added) AS number,
                count(*) OVER () AS found
              FROM page
            )
            SELECT m.found, m.date_added, %s
            FROM measured m JOIN object_version o ON o.id = m.object_version
            WHERE m.number <= ? AND m.bytes_before < ?
            ORDER BY m.date_added
            """
                .formatted(columns),
            (long) page.limit(),
            maxBytes));
  }

  private <R> Page<R> read(Sql sql, PostgresRow<R> reader) {
    return session.call(connection -> {
      try (PreparedStatement statement = prepare(connection, sql)) {
        ResultSet rows = statement.executeQuery();
        List<R> read = new ArrayList<>();
        long found = 0;
        while (rows.next()) {
          found = rows.getLong("found");
          read.add(reader.of(rows));
        }
        return new Page<>(read, found > read.size());
      }
    });
  }

  private static PreparedStatement prepare(Connection connection, Sql sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.text());
    int parameter = 1;
    for (Object value : sql.values()) {
      if (value instanceof List<?> texts) {
        statement.setArray(parameter++, connection.createArrayOf("text", texts.toArray()));
      } else {
        statement.setObject(parameter++, value);
      }
    }
    return statement;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    String type = row.getString("type");
    boolean observable = row.getString("version").isEmpty() && !type.equals("marking-definition");
    long dateAdded = row.getLong("date_added");
    return new Entry(
        row.getString("stix_id"),
        type,
        observable ? TaxiiTime.format(dateAdded) : row.getString("shown_version"),
        dateAdded);
  }

  private interface PostgresRow<R> {
    R of(ResultSet row) throws SQLException;
  }
}
