package org.entente.e2e;

import java.util.List;
import org.entente.e2e.scene.Database;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * While a version is replaced by the next one, which migrated the databases, replicas of the former
 * are started anew where something fails, and all of them when one goes back.
 */
@ExtendWith(OneExchange.class)
class ALaterSchemaTest {

  private static final String LATER =
      """
      INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
        installed_by, execution_time, success)
      SELECT max(installed_rank) + 1, '9999', 'later', 'SQL', 'V9999__later.sql', 'later', 1, true
      FROM flyway_schema_history
      """;

  private static final String AS_BEFORE =
      "DELETE FROM flyway_schema_history WHERE version = '9999'";

  private final Scene scene;
  private final List<Database> databases;

  ALaterSchemaTest(Scene scene) {
    this.scene = scene;
    databases = List.of(scene.audit(), scene.indicators());
  }

  @Test
  void services_start_on_databases_that_a_later_version_has_migrated() {
    try {
      databases.forEach(database -> database.run(LATER));

      scene.auditService().killAndRestart();
      scene.indicatorService().killAndRestart();
    } finally {
      databases.forEach(database -> database.run(AS_BEFORE));
    }
  }
}
