package org.entente.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.entente.local.exchange.Ports;
import org.entente.local.process.ProcessLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

  @TempDir static Path folder;
  private static ProcessLedger ledger;
  private static Postgres postgres;

  @BeforeAll
  static void start() {
    ledger = ProcessLedger.open(folder.resolve("processes"));
    postgres = new Postgres(folder.resolve("postgresql"), Ports.free().plain().postgres(), ledger);
    postgres.start();
  }

  @AfterAll
  static void stop() {
    postgres.close();
    ledger.close();
  }

  @Test
  void commits_are_durable_and_owners_are_no_super_users() throws SQLException {
    assertEquals("on", value("audit", "SHOW fsync"));
    assertEquals("on", value("audit", "SHOW synchronous_commit"));
    assertEquals("off", value("audit", "SHOW is_superuser"));
  }

  @Test
  void one_owner_cannot_enter_the_others_database() {
    var url = postgres.jdbcUrl("audit");

    assertThrows(
        SQLException.class,
        () -> DriverManager.getConnection(url, "indicators", postgres.password("indicators")));
  }

  @Test
  void what_was_committed_survives_a_kill() throws SQLException {
    postgres.execute("indicators", "CREATE TABLE kept AS SELECT 42 AS answer");

    postgres.kill();
    postgres.start();

    assertEquals("42", value("indicators", "SELECT answer FROM kept"));
  }

  @Test
  void what_was_committed_survives_a_stop_at_once() throws Exception {
    postgres.execute("audit", "CREATE TABLE kept AS SELECT 43 AS answer");

    postgres.stopImmediately();
    postgres.start();

    assertEquals("43", value("audit", "SELECT answer FROM kept"));
    var log = Files.readString(folder.resolve("postgresql/postgres.log"));
    assertTrue(log.contains("immediate shutdown request"), log);
  }

  private static String value(String database, String sql) throws SQLException {
    try (var connection = postgres.connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
