package org.entente.indicator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.entente.indicator.taxii.TaxiiTime;
import org.entente.stix.rule.StixTime;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/// What was stored before a table changed counts afterwards as well.
class MigrationTest {
  private static final String COLLECTION = "4b7f2f8e-3a6c-4d5e-9b1a-0c2d4e6f8a10";

  @Test
  void releases_from_before_the_filters_say_what_filters_ask_for()
      throws IOException, SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      DataSource source = postgres.getPostgresDatabase();
      migrate(source, "1");
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        fill(statement);
        migrate(source, "2");

        assertEquals(
            List.of(
                "indicator " + sortable("2026-11-01T00:00:00.500Z") + " t f",
                "indicator " + sortable("2026-11-02T00:00:00.000Z") + " f t",
                "url " + sortable(TaxiiTime.format(1_795_360_201_120_000L)) + " t t",
                "url " + sortable(TaxiiTime.format(1_795_360_202_000_000L)) + " t t",
                "marking-definition " + sortable("2022-10-01T00:00:00Z") + " t t",
                "marking-definition " + sortable("2022-10-01T00:00:00.070Z") + " t t"),
            releases(statement));
      }
    }
  }

  @Test
  void objects_from_before_keep_when_and_by_whom_they_were_created()
      throws IOException, SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      DataSource source = postgres.getPostgresDatabase();
      migrate(source, "1");
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        fill(statement);
        statement.execute(
            """
            UPDATE object_version SET bytes = convert_to(
              '{"created":"2026-11-01T00:00:00.000Z","created_by_ref":"identity--a"}', 'UTF8');
            INSERT INTO stix_owner VALUES ('indicator--a', 'kr', '2026-11-02T00:00:00.', NULL);
            """);
        migrate(source, "5");

        ResultSet rows = statement.executeQuery("SELECT created || ' ' || author FROM stix_owner");
        assertTrue(rows.next());
        assertEquals("2026-11-01T00:00:00.000Z identity--a", rows.getString(1));
      }
    }
  }

  private static String sortable(String time) {
    return StixTime.parse(time).orElseThrow().sortable();
  }

  private static void migrate(DataSource source, String version) {
    Flyway.configure().dataSource(source).target(version).load().migrate();
  }

  private static List<String> releases(Statement statement) throws SQLException {
    List<String> releases = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT type, version, earliest, latest FROM release ORDER BY object_version")) {
      while (rows.next()) {
        releases.add(
            "%s %s %.1s %.1s"
                .formatted(
                    rows.getString(1), rows.getString(2), rows.getBoolean(3), rows.getBoolean(4)));
      }
    }
    return releases;
  }

  private static void fill(Statement statement) throws SQLException {
    statement.execute(
        """
        INSERT INTO collection VALUES ('%1$s', 'kr', 0);
        INSERT INTO submission (id, collection, partner, jti, manifest, manifest_sha256, body, caller,
          verified, record, received_at, claimed_at, state)
        VALUES ('%1$s', '%1$s', 'kr', 'j', '', '', '', '', '', '', 0, 0, 'received');
        INSERT INTO object_version
        SELECT id, 'kr', stix_id, version, shown, type, '', '', '%1$s'
        FROM (VALUES
          (1, 'indicator--a', '2026-11-01T00:00:00.5', '2026-11-01T00:00:00.500Z', 'indicator'),
          (2, 'indicator--a', '2026-11-02T00:00:00.', '2026-11-02T00:00:00.000Z', 'indicator'),
          (3, 'url--a', '', '-', 'url'),
          (4, 'url--b', '', '-', 'url'),
          (5, 'marking-definition--a', '', '2022-10-01T00:00:00Z', 'marking-definition'),
          (6, 'marking-definition--b', '', '2022-10-01T00:00:00.070Z', 'marking-definition')
        ) AS o (id, stix_id, version, shown, type);
        INSERT INTO release
        SELECT '%1$s', 'eu', date_added, version, '%1$s', 2, version <> 1
        FROM (VALUES (1, 7), (2, 8), (3, 1795360201120000), (4, 1795360202000000), (5, 9), (6, 10))
          AS r (version, date_added);
        """
            .formatted(COLLECTION));
  }
}
