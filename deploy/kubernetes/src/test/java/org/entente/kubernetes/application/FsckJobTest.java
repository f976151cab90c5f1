package org.entente.kubernetes.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.entente.kubernetes.manifest.Manifest;
import org.entente.kubernetes.manifest.Overlay;
import org.entente.local.exchange.Ports;
import org.entente.local.postgres.Postgres;
import org.entente.local.process.ChildProcess;
import org.entente.local.process.ProcessLedger;
import org.entente.local.process.Readiness;
import org.entente.pki.Pki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job that checks the log runs with the files and variables that the service has. */
class FsckJobTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void a_log_that_the_service_began_is_checked(@TempDir Path folder) throws Exception {
    // Given
    var manifests = Overlay.LOCAL.manifests();
    var service = new Installed(manifests.get("Deployment", "audit-service"), manifests);
    var arguments =
        manifests
            .get("CronJob", "log-fsck")
            .containers()
            .flatMap(container -> Manifest.stream(container.path("args")))
            .map(JsonNode::asText)
            .toList();
    var pki = Pki.create(folder.resolve("pki"), Clock.systemUTC(), "kr", "eu");
    var files = new PodFiles(folder, pki, new SecureRandom());
    var pod = files.write(service);
    var ports = Ports.free();
    try (var ledger = ProcessLedger.open(folder.resolve("processes"));
        var postgres = new Postgres(folder.resolve("db"), ports.plain().postgres(), ledger)) {
      postgres.start();
      var pods = new PodProcess(files, postgres, ports, ledger);
      begin(pods.of(service, pod, List.of()), pods.ports(service.name()));

      // When
      var check = pods.of(service, pod, arguments);
      check.start();
      awaitEnd(check);

      // Then
      assertEquals(0, check.exitCode(), check::logTail);
      assertTrue(check.logTail().contains("The log fits: "), check::logTail);
    }
  }

  private static void begin(ChildProcess service, Ports.Pair ports) {
    var health = URI.create("http://127.0.0.1:" + ports.management() + "/q/health/ready");
    service.start();
    try {
      new Readiness(Optional.of(health), ports.main(), PATIENCE).await(service);
    } finally {
      service.stop();
    }
  }

  private static void awaitEnd(ChildProcess process) throws Exception {
    if (process.isAlive()) {
      var end = ProcessHandle.of(process.pid()).map(ProcessHandle::onExit);
      if (end.isPresent()) {
        end.get().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
    }
  }
}
