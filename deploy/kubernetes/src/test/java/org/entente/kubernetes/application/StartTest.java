package org.entente.kubernetes.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kubernetes.manifest.Overlay;
import org.entente.local.exchange.Ports;
import org.entente.local.postgres.Postgres;
import org.entente.local.process.ChildProcess;
import org.entente.local.process.Command;
import org.entente.local.process.ProcessLedger;
import org.entente.local.process.Readiness;
import org.entente.pki.Pki;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each packaged service starts with exactly the files and variables its pod has. Only ports, the
 * database's address and what stands in the secrets are ours.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartTest {

  private static final String LOCATIONS = "QUARKUS_CONFIG_LOCATIONS";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Map<String, String> DATABASES =
      Map.of("indicator-service", "indicators", "audit-service", "audit");

  private final Ports ports = Ports.free();
  private final ProcessLedger ledger;
  private final Postgres postgres;
  private final PodFiles files;

  StartTest(@TempDir Path folder) {
    ledger = ProcessLedger.open(folder.resolve("processes"));
    postgres = new Postgres(folder.resolve("postgresql"), ports.plain().postgres(), ledger);
    files =
        new PodFiles(
            folder,
            Pki.create(folder.resolve("pki"), Clock.systemUTC(), "kr", "eu"),
            new SecureRandom());
  }

  @BeforeAll
  void startDatabases() {
    postgres.start();
  }

  @AfterAll
  void end() {
    postgres.close();
    ledger.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sharing-gateway", "indicator-service", "audit-service"})
  void a_service_starts_as_its_pod_would_and_understands_all_it_is_told(String name)
      throws IOException {
    var manifests = Overlay.TWO_PARTY.manifests();
    var service = new Installed(manifests.get("Deployment", name), manifests);
    var process = process(service, files.write(service));
    try {
      process.start();
      started(name).await(process);
    } finally {
      process.stop();
    }
    var complaints =
        Files.readString(process.log()).lines().filter(line -> line.contains("Unrecognized"));
    assertEquals(List.of(), complaints.toList());
  }

  private Readiness started(String name) {
    var own = ports(name);
    var health = URI.create("http://127.0.0.1:" + own.management() + "/q/health/started");
    return new Readiness(Optional.of(health), own.main(), PATIENCE);
  }

  private Ports.Pair ports(String name) {
    return switch (name) {
      case Pki.GATEWAY -> ports.gateway();
      case Pki.INDICATOR_SERVICE -> ports.indicatorService();
      default -> ports.auditService();
    };
  }

  private ChildProcess process(Installed service, Path pod) {
    var arguments = new ArrayList<String>();
    arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    arguments.addAll(List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
    // What stands in the files wins over variables, but not over these.
    ours(service.name()).forEach((name, value) -> arguments.add("-D" + name + "=" + value));
    var jar = new Packaged(service.name()).folder().resolve("quarkus-run.jar");
    arguments.addAll(List.of("-jar", jar.toString()));
    var command = new Command(arguments, pod, environment(service, pod));
    return new ChildProcess(service.name(), command, pod.resolve("log"), ledger);
  }

  private Map<String, Object> ours(String service) {
    var own = ports(service);
    var ours = new HashMap<String, Object>();
    ours.put("quarkus.http.ssl-port", own.main());
    ours.put("quarkus.management.port", own.management());
    if (DATABASES.containsKey(service)) {
      ours.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASES.get(service)));
    }
    return ours;
  }

  private Map<String, String> environment(Installed service, Path pod) {
    var environment = new HashMap<String, String>();
    var locations = service.environment(LOCATIONS);
    environment.put(LOCATIONS, files.moved(locations, pod));
    environment.put("POD_IP", "127.0.0.1");
    var database = DATABASES.get(service.name());
    if (database != null) {
      environment.put("QUARKUS_DATASOURCE_USERNAME", database);
      environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password(database));
    }
    return environment;
  }
}
