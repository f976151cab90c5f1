package org.entente.kubernetes.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.kubernetes.manifest.Overlay;
import org.entente.local.exchange.Ports;
import org.entente.local.postgres.Postgres;
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

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Ports ports = Ports.free();
  private final ProcessLedger ledger;
  private final Postgres postgres;
  private final PodFiles files;
  private final PodProcess pods;

  StartTest(@TempDir Path folder) {
    ledger = ProcessLedger.open(folder.resolve("processes"));
    postgres = new Postgres(folder.resolve("postgresql"), ports.plain().postgres(), ledger);
    files =
        new PodFiles(
            folder,
            Pki.create(folder.resolve("pki"), Clock.systemUTC(), "kr", "eu"),
            new SecureRandom());
    pods = new PodProcess(files, postgres, ports, ledger);
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
    var process = pods.of(service, files.write(service), List.of());
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
    var own = pods.ports(name);
    var health = URI.create("http://127.0.0.1:" + own.management() + "/q/health/started");
    return new Readiness(Optional.of(health), own.main(), PATIENCE);
  }
}
