package org.entente.audit.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.entente.log.TlogPolicy;
import org.entente.log.VerifierKey;

/**
 * The log that a command works on.
 *
 * @param log the keys that are believed
 */
public record Target(Database database, TlogPolicy log) {

  /** The way to the database. */
  @FunctionalInterface
  public interface Database {

    /** A connection of the caller's own. */
    Connection connect() throws SQLException;
  }

  /**
   * The log this service is configured for.
   *
   * @param policy whose log keys are believed; empty: those the service signs with, whose private
   *     keys are read for that
   */
  public static Target of(Installation installation, Optional<Path> policy) throws IOException {
    return new Target(
        installation.database(),
        policy.isPresent()
            ? TlogPolicy.parse(Files.readAllBytes(policy.get()))
            : installation.keys());
  }

  /**
   * The name of the log in the database.
   *
   * @throws CannotRun when it is none that the keys are of
   */
  public String requireOrigin(Connection connection) throws SQLException {
    var origin = new PostgresIdentity(connection).origin();
    if (log.logs().stream().map(VerifierKey::name).noneMatch(origin::equals)) {
      throw new CannotRun("the database holds the log " + origin + ", of which no key is known");
    }
    return origin;
  }
}
