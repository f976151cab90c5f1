package org.entente.audit.fsck;

import io.smallrye.config.PropertiesConfigSourceLoader;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;
import org.entente.log.VerifierKey;

/**
 * The log that is checked offline.
 *
 * @param log the keys that are believed
 */
record Target(Database database, TlogPolicy log) {

  private static final int ABOVE_DEFAULTS = 260;

  /** The way to the database. */
  @FunctionalInterface
  interface Database {
    Connection connect() throws SQLException;
  }

  /** Why a check cannot begin. */
  static final class CannotRun extends RuntimeException {
    CannotRun(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * The log this service is configured for.
   *
   * @param policy whose log keys are believed; empty: those the service signs with
   */
  static Target configured(Optional<Path> policy) throws IOException {
    var config = config();
    return new Target(
        database(config),
        policy.isPresent() ? TlogPolicy.parse(Files.readAllBytes(policy.get())) : own(config));
  }

  private static Database database(SmallRyeConfig config) {
    var url = required(config, "quarkus.datasource.jdbc.url");
    var login = new Properties();
    for (var name : List.of("username", "password")) {
      config
          .getOptionalValue("quarkus.datasource." + name, String.class)
          .ifPresent(value -> login.setProperty(name.equals("username") ? "user" : name, value));
    }
    return () -> DriverManager.getConnection(url, login);
  }

  private static SmallRyeConfig config() {
    var file = Path.of("config", "application.properties").toAbsolutePath().toUri().toString();
    return new SmallRyeConfigBuilder()
        .withProfile("prod")
        .addDefaultInterceptors()
        .addDefaultSources()
        .withSources(
            PropertiesConfigSourceLoader.inFileSystem(
                file, ABOVE_DEFAULTS, Target.class.getClassLoader()))
        .build();
  }

  private static TlogPolicy own(SmallRyeConfig config) throws IOException {
    var keys = new ArrayList<VerifierKey>();
    for (var name : List.of("ed25519-key", "ml-dsa-44-key")) {
      var file = Path.of(required(config, "entente.log." + name));
      keys.add(SignerKey.parse(Files.readString(file).strip()).verifier());
    }
    for (var name : List.of("next.ed25519-key", "next.ml-dsa-44-key")) {
      var file = config.getOptionalValue("entente.log." + name, Path.class);
      if (file.isPresent()) {
        keys.add(SignerKey.parse(Files.readString(file.get()).strip()).verifier());
      }
    }
    var former = config.getOptionalValue("entente.log.former-keys", Path.class);
    if (former.isPresent()) {
      Files.readString(former.get())
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> keys.add(VerifierKey.parse(line)));
    }
    return TlogPolicy.ofLogs(keys);
  }

  private static String required(SmallRyeConfig config, String key) {
    return config
        .getOptionalValue(key, String.class)
        .orElseThrow(() -> new CannotRun(key + " is not configured"));
  }

  /**
   * The name of the log in the database.
   *
   * @throws CannotRun when it is none that the keys are of
   */
  String requireOrigin(Connection connection) throws SQLException {
    var origin = new PostgresEnds(connection).origin();
    if (log.logs().stream().map(VerifierKey::name).noneMatch(origin::equals)) {
      throw new CannotRun("the database holds the log " + origin + ", of which no key is known");
    }
    return origin;
  }
}
