package org.entente.audit.tree;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The committed log. Everything in it only grows, so what is read after the checkpoint is at least
 * as new as the checkpoint, without a transaction around both. Thread-safe.
 */
@Singleton
public final class PostgresLog {

  private final DataSource source;

  /** Reads through these connections. */
  public PostgresLog(DataSource source) {
    this.source = source;
  }

  /** Something to do with one connection. */
  @FunctionalInterface
  public interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  /**
   * Reads with a connection of the pool.
   *
   * @param doing for the message when it fails
   * @throws StoreFailed when PostgreSQL does not answer
   */
  public <T> T read(String doing, Reading<T> reading) {
    return with(doing, reading);
  }

  /**
   * Writes what is kept beside the log; the log itself is the sequencer's alone to write.
   *
   * @param doing for the message when it fails
   * @throws StoreFailed when PostgreSQL does not answer
   */
  public <T> T keep(String doing, Reading<T> writing) {
    return with(doing, writing);
  }

  private <T> T with(String doing, Reading<T> reading) {
    try (var connection = source.getConnection()) {
      return reading.from(connection);
    } catch (SQLException e) {
      throw new StoreFailed(doing, e);
    }
  }
}
