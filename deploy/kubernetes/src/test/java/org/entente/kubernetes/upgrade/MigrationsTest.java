package org.entente.kubernetes.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Replicas are replaced one by one, so that for minutes two versions share a database: a migration
 * only adds. What nobody uses any more goes a version later.
 */
class MigrationsTest {

  private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");
  private static final Path NOTES = Path.of("..", "UPGRADE.md");

  /** The last ones that were written before the rule. */
  @ParameterizedTest
  @CsvSource({"audit-service, 14", "indicator-service, 6"})
  void a_migration_leaves_the_version_before_it_working(String service, int baseline)
      throws IOException {
    var folder = Path.of("..", "..", service, "src/main/resources/db/migration");
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        var name = NAME.matcher(file.getFileName().toString());
        assertTrue(name.matches(), file.toString());
        if (Integer.parseInt(name.group(1)) > baseline) {
          var migration = new Migration(Files.readString(file));
          assertEquals(List.of(), migration.contractions(), file.toString());
          assertTrue(
              Files.readString(NOTES).contains("| " + service + " " + name.group(1) + " |"),
              () -> file + " has no row in " + NOTES);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE entry;",
        "ALTER TABLE entry DROP COLUMN code;",
        "ALTER TABLE entry\n  RENAME COLUMN code TO outcome_code;",
        "ALTER TABLE entry ALTER COLUMN code TYPE varchar(10);",
        "ALTER TABLE entry ALTER COLUMN code SET NOT NULL;",
        "ALTER TABLE entry ADD COLUMN more text NOT NULL;",
        "ALTER TABLE entry ADD CHECK (code <> '');",
        "CREATE UNIQUE INDEX ON entry (code);",
        "CREATE UNIQUE INDEX CONCURRENTLY entry_code ON entry (code);",
        "CREATE INDEX entry_code ON entry (code);",
        "CREATE TRIGGER t BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION f();",
        "UPDATE a SET b = ';'; DELETE FROM entry;",
        "-- it's gone\nDROP TABLE a; SELECT 'b';",
      })
  void what_an_older_version_does_not_live_with_is_found(String sql) {
    assertFalse(new Migration(sql).contractions().isEmpty(), sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE entry ADD COLUMN more text;",
        "ALTER TABLE entry ADD COLUMN more text NOT NULL DEFAULT '-';",
        "CREATE TABLE fresh (id bigint PRIMARY KEY, at bigint NOT NULL);"
            + " ALTER TABLE fresh ADD CHECK (at > 0); CREATE UNIQUE INDEX ON fresh (at);",
        "DROP INDEX entry_actor; CREATE INDEX CONCURRENTLY entry_actor ON entry (actor);",
        "CREATE INDEX CONCURRENTLY IF NOT EXISTS entry_actor ON entry (actor);",
        "-- contract: the table has a row for each party\nCREATE INDEX party_name ON party (name);",
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DROP TABLE x; END $$;",
        "-- DROP TABLE entry;\nSELECT 1;",
        "-- contract: nothing since 0.3 reads it\nALTER TABLE entry DROP COLUMN code;",
      })
  void what_only_adds_passes_and_so_does_what_somebody_answered_for(String sql) {
    assertEquals(List.of(), new Migration(sql).contractions(), sql);
  }

  @Test
  void what_somebody_answered_for_is_one_statement() {
    var sql = "-- contract: unused\nDROP TABLE a; DROP TABLE b;";

    assertEquals(List.of("takes away: DROP TABLE B"), new Migration(sql).contractions());
  }
}
