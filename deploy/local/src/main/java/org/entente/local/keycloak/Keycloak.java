package org.entente.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.identity.KeycloakRealm;
import org.entente.local.process.ChildProcess;
import org.entente.local.process.Command;
import org.entente.local.process.ProcessLedger;
import org.entente.local.process.Readiness;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;

/**
 * A Keycloak of its own for one exchange: own data, own port, one realm per party. It shares the
 * program with others through links. For one thread at a time.
 */
public final class Keycloak implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(150);

  /** Exit codes after SIGINT and SIGTERM: it had time to write everything down. */
  private static final Set<Integer> GOOD_ENDS = Set.of(130, 143);

  /** As bin/kc.sh sets them, with a smaller heap and less compiling for a short life. */
  private static final List<String> JVM =
      List.of(
          "-Xms128m",
          "-Xmx384m",
          "-XX:MaxMetaspaceSize=256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "-Dfile.encoding=UTF-8",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "-Dpicocli.disable.closures=true",
          "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
              + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          "-Duser.language=en");

  /**
   * Where it listens on 127.0.0.1.
   *
   * @param https port for partners' programs and for the services
   * @param management port for health, plain HTTP
   */
  public record Ports(int https, int management) {}

  private final Path folder;
  private final Ports ports;
  private final ImportedRealms imported;
  private final ChildProcess process;
  private boolean importFinished;

  /**
   * @param folder for its data, configuration and log
   * @param ledger takes note of the process
   */
  public Keycloak(
      KeycloakDistribution distribution, Path folder, Ports ports, Pki pki, ProcessLedger ledger) {
    this.folder = folder;
    this.ports = ports;
    imported = new ImportedRealms(distribution.home(), folder.resolve("data"));
    lay(distribution.home());
    var command = new Command(arguments(distribution, pki), folder, Map.of());
    process = new ChildProcess("keycloak", command, folder.resolve("keycloak.log"), ledger);
  }

  /** The home folder: data and configuration are its own, the program is linked. */
  private void lay(Path distribution) {
    try {
      Files.createDirectories(folder.resolve("data/import"));
      Files.createDirectories(folder.resolve("conf"));
      for (var shared : List.of("lib", "providers", "themes")) {
        Files.createSymbolicLink(folder.resolve(shared), distribution.resolve(shared));
      }
      for (var file : List.of("cache-ispn.xml", "keycloak.conf")) {
        Files.copy(
            distribution.resolve("conf").resolve(file), folder.resolve("conf").resolve(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> arguments(KeycloakDistribution distribution, Pki pki) {
    var service = pki.service(Pki.IDENTITY_PROVIDER);
    var arguments = new ArrayList<String>();
    arguments.add(distribution.java().toString());
    arguments.addAll(JVM);
    arguments.add("-Dkc.home.dir=" + folder);
    arguments.add("-Djboss.server.config.dir=" + folder.resolve("conf"));
    arguments.add("-cp");
    arguments.add(distribution.home().resolve("lib/quarkus-run.jar").toString());
    arguments.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    arguments.addAll(List.of("start", "--optimized", "--import-realm", "--cache=local"));
    arguments.add("--hostname=" + url());
    arguments.add("--http-host=127.0.0.1");
    arguments.add("--https-port=" + ports.https());
    arguments.add("--https-certificate-file=" + service.certificate());
    arguments.add("--https-certificate-key-file=" + service.key());
    arguments.add("--https-trust-store-file=" + pki.rootTrustStore());
    arguments.add("--https-trust-store-password=" + CredentialFiles.PASSWORD);
    arguments.add("--http-management-port=" + ports.management());
    arguments.add("--http-management-scheme=http");
    return arguments;
  }

  /** Starts it with these realms and returns at once. */
  public void launch(List<KeycloakRealm> realms) {
    try {
      for (var realm : realms) {
        var file = folder.resolve("data/import").resolve(realm.name() + "-realm.json");
        Files.writeString(file, realm.json());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    imported.restore();
    process.start();
  }

  /** Returns when it issues tokens. */
  public void awaitReady() {
    var health = URI.create("http://127.0.0.1:" + ports.management() + "/health/ready");
    new Readiness(Optional.of(health), ports.https(), PATIENCE).await(process);
    importFinished = true;
  }

  /** {@code https://localhost:<port>} */
  public String url() {
    return "https://localhost:" + ports.https();
  }

  /** A party's issuer. */
  public String issuer(String party) {
    return url() + "/realms/" + party;
  }

  public ChildProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.stop();
    if (importFinished && GOOD_ENDS.contains(process.exitCode())) {
      imported.keep();
    }
  }
}
