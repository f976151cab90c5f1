package org.entente.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.entente.local.postgres.Postgres;

/** The log's entries, seen in the database. */
record PostgresEntries(Postgres postgres) {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int PAGE = 50;
  private static final int FETCHED = 1000;
  private static final String ALL = "SELECT body FROM entry ORDER BY idx";
  private static final String BEHIND =
      "SELECT l.size - c.size FROM log_state l, console_position c";
  private static final String OF_OBJECT =
      "SELECT e.body FROM (SELECT idx FROM entry_object WHERE object_id = ?"
          + " ORDER BY idx DESC LIMIT ?) AS o JOIN entry e USING (idx) ORDER BY idx DESC";
  private static final String OF_ACTOR =
      "SELECT e.body FROM (SELECT idx FROM disclosure WHERE actor = ?"
          + " ORDER BY idx DESC LIMIT ?) AS d JOIN entry e USING (idx) ORDER BY idx DESC";

  long size() {
    return number("SELECT size FROM log_state");
  }

  /** Waits until what searches use follows the log, and PostgreSQL knows how its tables look. */
  void settle() {
    while (number(BEHIND) > 1000) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    postgres.execute("audit", "ANALYZE");
  }

  Floor ofObject(Plan plan, Supplier<String> object) {
    return measure(plan, OF_OBJECT, object);
  }

  Floor ofActor(Plan plan, String actor) {
    return measure(plan, OF_ACTOR, () -> actor);
  }

  /** Reading the bytes of all entries once, over one connection. */
  Floor readingAll(Plan plan) {
    try (Connection connection = postgres.connect("audit")) {
      connection.setAutoCommit(false); // Or the driver holds all of them in memory.
      long size = size();
      var once = Limit.of(plan.longest()).atMost(1);
      return new Floor(
          "entries read, one connection",
          ClosedLoop.run(1, once, i -> readAll(connection)).rate((int) size));
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not work", e);
    }
  }

  private static void readAll(Connection connection) {
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(FETCHED);
      for (var rows = statement.executeQuery(ALL); rows.next(); ) {
        rows.getBytes(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not select", e);
    }
  }

  /** Selecting the bytes of the same entries over one connection, without anything else. */
  private Floor measure(Plan plan, String sql, Supplier<String> asked) {
    Limit limit = Limit.of(plan.floor());
    try (Connection connection = postgres.connect("audit")) {
      return Floor.of(
          "bare selects, one connection",
          ClosedLoop.run(1, limit, i -> select(connection, sql, asked.get())));
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not work", e);
    }
  }

  private static void select(Connection connection, String sql, String asked) {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, asked);
      statement.setInt(2, PAGE);
      int found = 0;
      for (var rows = statement.executeQuery(); rows.next(); found++) {
        rows.getBytes(1);
      }
      if (found == 0) {
        throw new IllegalStateException("nobody saw " + asked);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not select", e);
    }
  }

  private long number(String sql) {
    try (var connection = postgres.connect("audit");
        var statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not answer", e);
    }
  }
}
