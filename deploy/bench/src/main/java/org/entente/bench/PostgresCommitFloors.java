package org.entente.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.entente.local.postgres.Postgres;

/**
 * What a log without batches could do in the same PostgreSQL: a durable commit for each row, from
 * as many connections as help. Once with nothing else, once as a chain in which each row hashes the
 * one before it, as logs in databases usually are made: there the rows wait for one another.
 */
record PostgresCommitFloors(Postgres postgres, String database) {

  private static final int CONNECTIONS = 16;

  private static final String INSERT = "INSERT INTO bench_row (body) VALUES (?)";
  private static final String HEAD = "SELECT hash FROM bench_chain_head FOR UPDATE";
  private static final String LINK = "INSERT INTO bench_chain (hash, body) VALUES (?, ?)";
  private static final String MOVE = "UPDATE bench_chain_head SET hash = ?";

  @FunctionalInterface
  private interface Append {
    void row(Connection connection, byte[] body) throws SQLException;
  }

  /**
   * Rows that know nothing of each other.
   *
   * @param size bytes of one row
   */
  Floor rows(Plan plan, int size) {
    return measure(
        plan,
        size,
        "single rows, a commit each",
        connection -> {
          execute(connection, "CREATE TABLE bench_row (body bytea)");
          return PostgresCommitFloors::insert;
        });
  }

  /** Rows of a hash chain. */
  Floor chain(Plan plan, int size) {
    return measure(
        plan,
        size,
        "rows of a hash chain, a commit each",
        connection -> {
          execute(connection, "CREATE TABLE bench_chain (hash bytea, body bytea)");
          execute(connection, "CREATE TABLE bench_chain_head (hash bytea)");
          execute(connection, "INSERT INTO bench_chain_head VALUES ('')");
          return PostgresCommitFloors::link;
        });
  }

  @FunctionalInterface
  private interface Preparation {
    Append in(Connection connection) throws SQLException;
  }

  private Floor measure(Plan plan, int size, String what, Preparation preparation) {
    byte[] body = new byte[size];
    ThreadLocalRandom.current().nextBytes(body);
    Limit limit = Limit.of(plan.floor());
    Queue<Connection> opened = new ArrayDeque<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        opened.add(postgres.connect(database));
      }
      Append append = preparation.in(opened.element());
      BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(CONNECTIONS, false, opened);
      ClosedLoop.run(CONNECTIONS, limit, i -> append(idle, append, body));
      double rate = ClosedLoop.run(CONNECTIONS, limit, i -> append(idle, append, body)).rate(1);
      execute(opened.element(), "DROP TABLE IF EXISTS bench_row, bench_chain, bench_chain_head");
      return new Floor(what + ", over " + CONNECTIONS + " connections", rate);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not work", e);
    } finally {
      opened.forEach(PostgresCommitFloors::close);
    }
  }

  private static void append(BlockingQueue<Connection> idle, Append append, byte[] body) {
    try {
      Connection connection = idle.take(); // As many clients as connections: there is one.
      append.row(connection, body);
      idle.add(connection);
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException("PostgreSQL does not insert", e);
    }
  }

  private static void insert(Connection connection, byte[] body) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setBytes(1, body);
      insert.executeUpdate(); // Commits.
    }
  }

  private static void link(Connection connection, byte[] body) throws SQLException {
    connection.setAutoCommit(false);
    byte[] hash;
    try (var head = connection.prepareStatement(HEAD);
        var row = head.executeQuery()) {
      row.next();
      hash = next(row.getBytes(1), body);
    }
    try (var link = connection.prepareStatement(LINK);
        var move = connection.prepareStatement(MOVE)) {
      link.setBytes(1, hash);
      link.setBytes(2, body);
      link.executeUpdate();
      move.setBytes(1, hash);
      move.executeUpdate();
    }
    connection.commit();
  }

  private static byte[] next(byte[] before, byte[] body) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(before);
      return sha256.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(true);
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not let go", e);
    }
  }
}
