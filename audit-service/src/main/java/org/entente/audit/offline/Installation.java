package org.entente.audit.offline;

import io.quarkus.runtime.configuration.QuarkusConfigBuilderCustomizer;
import io.smallrye.config.PropertiesConfigSourceLoader;
import io.smallrye.config.PropertiesLocationConfigSourceFactory;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;
import org.entente.log.VerifierKey;

/**
 * What the service is configured with, as the service reads it: system properties, the environment,
 * {@code config/application.properties} of the working directory, and the files and folders that
 * {@code quarkus.config.locations} names in any of them, commas between, which count as what names
 * them does.
 */
public final class Installation {

  private static final int ABOVE_DEFAULTS = 260;

  private final SmallRyeConfig config;

  private Installation(SmallRyeConfig config) {
    this.config = config;
  }

  /** The one that is configured here. */
  public static Installation here() throws IOException {
    return in(Path.of(""), new SmallRyeConfigBuilder().addDefaultSources());
  }

  /**
   * The one that is configured in a folder and by what a builder has.
   *
   * @param folder in which {@code config/application.properties} may be
   */
  static Installation in(Path folder, SmallRyeConfigBuilder builder) throws IOException {
    var file = folder.resolve("config/application.properties").toAbsolutePath().toUri().toString();
    return new Installation(
        builder
            .withCustomizers(new QuarkusConfigBuilderCustomizer()) // quarkus.config.locations
            .withProfile("prod")
            .addDefaultInterceptors()
            .withSources(new PropertiesLocationConfigSourceFactory())
            .withSources(
                PropertiesConfigSourceLoader.inFileSystem(
                    file, ABOVE_DEFAULTS, Installation.class.getClassLoader()))
            .build());
  }

  /** The way to its database. */
  Target.Database database() {
    var url = required("quarkus.datasource.jdbc.url");
    var login = new Properties();
    text("quarkus.datasource.username").ifPresent(name -> login.setProperty("user", name));
    text("quarkus.datasource.password").ifPresent(word -> login.setProperty("password", word));
    return () -> DriverManager.getConnection(url, login);
  }

  /** All keys the log signs with, or ever did. */
  TlogPolicy keys() throws IOException {
    var keys = new ArrayList<VerifierKey>();
    for (var name : List.of("ed25519-key", "ml-dsa-44-key")) {
      keys.add(signer(Path.of(required("entente.log." + name))));
    }
    for (var name : List.of("next.ed25519-key", "next.ml-dsa-44-key")) {
      var file = file("entente.log." + name);
      if (file.isPresent()) {
        keys.add(signer(file.get()));
      }
    }
    var former = file("entente.log.former-keys");
    if (former.isPresent()) {
      Files.readString(former.get())
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> keys.add(VerifierKey.parse(line)));
    }
    return TlogPolicy.ofLogs(keys);
  }

  private static VerifierKey signer(Path file) throws IOException {
    return SignerKey.parse(Files.readString(file).strip()).verifier();
  }

  /** What a key says, if it is configured. */
  public Optional<String> text(String key) {
    return config.getOptionalValue(key, String.class);
  }

  /** The file a key names, if it is configured. */
  public Optional<Path> file(String key) {
    return text(key).map(Path::of);
  }

  /** The files a key names, one after the other. */
  public List<Path> files(String key) {
    return config.getOptionalValues(key, Path.class).orElse(List.of());
  }

  /**
   * What a key says.
   *
   * @throws CannotRun when it is not configured
   */
  public String required(String key) {
    return text(key).orElseThrow(() -> new CannotRun(key + " is not configured"));
  }
}
