package org.entente.local.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.entente.local.postgres.Postgres;
import org.entente.local.process.CannotStart;

/**
 * The databases of an exchange that another process runs, with their owners' rights.
 *
 * @param access addresses and passwords as that process wrote them down
 */
public record OwnerAccess(Properties access) {

  private static final String FILE = "databases.properties";

  /**
   * Finds them from the run folder.
   *
   * @throws CannotStart when no exchange was started there
   */
  public static OwnerAccess of(Path folder) {
    try (var in = Files.newInputStream(folder.resolve(FILE))) {
      var access = new Properties();
      access.load(in);
      return new OwnerAccess(access);
    } catch (NoSuchFileException e) {
      throw new CannotStart("No exchange was started in " + folder + ".", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path folder, Postgres postgres) {
    var access = new Configuration();
    for (var database : Postgres.DATABASES) {
      access
          .set(database + ".url", postgres.jdbcUrl(database))
          .set(database + ".password", postgres.password(database));
    }
    access.writeTo(folder.resolve(FILE));
  }

  /** Runs statements in one transaction; returns how many rows they changed. */
  public int run(String database, String statements) throws SQLException {
    var url = access.getProperty(database + ".url");
    if (url == null) {
      throw new CannotStart("There is no database " + database + ".");
    }
    var password = access.getProperty(database + ".password");
    try (var connection = DriverManager.getConnection(url, database, password);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      var changed = 0;
      var rows = statement.execute(statements);
      while (rows || statement.getUpdateCount() != -1) {
        changed += rows ? 0 : statement.getUpdateCount();
        rows = statement.getMoreResults();
      }
      connection.commit();
      return changed;
    }
  }
}
