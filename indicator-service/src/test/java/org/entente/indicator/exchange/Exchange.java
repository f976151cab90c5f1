package org.entente.indicator.exchange;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;

/// PostgreSQL, certificates and the log, with six parties and seven collections between them.
public final class Exchange implements AutoCloseable {
  public static final String KR_TO_EU = "4b7f2f8e-3a6c-4d5e-9b1a-0c2d4e6f8a10";
  public static final String EU_TO_KR = "9d3c1b7a-5e2f-4c8d-8a6b-1f0e2d4c6b80";
  public static final String KR_TO_ALL = "0c9a7a52-6f7e-4d0c-9f63-5b8f2f1f7d11";
  public static final String KR_TO_JP = "6d0f2a3c-9b1e-4f57-8a44-2c7be0d9f312";

  /// Two collections of one producer and one audience, to be compared.
  public static final String CA_TO_JP_ONE = "a3c1e5d7-2b4f-4860-9e1a-7f6d5c4b3a21";

  public static final String CA_TO_JP_TWO = "b4d2f6e8-3c50-4971-8f2b-806e7d5c4b32";
  public static final String CA_IDENTITY = "identity--5c4b3a29-1807-4f6e-9d5c-4b3a29180f7e";

  /// Korea reads there what it writes, so that it may delete as TAXII says.
  public static final String KR_WITH_EU = "1f7a4e0d-83b6-4c29-9d15-b40c6a2e7f58";

  public static final String KR_IDENTITY = "identity--2f1c7d4e-8b3a-4f6d-9c5e-7a1b0d2e4f68";
  public static final String EU_IDENTITY = "identity--8e6d5c4b-3a29-4180-8f7e-6d5c4b3a2918";

  /// Small, so that pages end by size in tests, too.
  public static final int PAGE_BYTES = 200_000;

  private final Path folder;
  private final EmbeddedPostgres postgres;
  private final Pki pki;
  private final Agreed agreed;
  private final InMemoryAuditService audit;

  private Exchange(Path folder) throws IOException {
    this.folder = folder;
    postgres =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(folder.resolve("postgres").toFile())
            .setServerConfig("fsync", "on")
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
    pki = Pki.create(folder.resolve("pki"), Clock.systemUTC(), "kr", "eu", "us", "au", "jp", "ca");
    agreed = new Agreed(folder, pki);
    audit =
        InMemoryAuditService.start(
            Tls.context(pki.service(Pki.AUDIT_SERVICE), pki.exchangeAuthority()));
  }

  /// Starts everything in a folder of its own.
  public static Exchange start() {
    try {
      return new Exchange(Files.createTempDirectory("indicator-service-test"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The certificates.
  public Pki pki() {
    return pki;
  }

  /// What the parties agreed on.
  public Agreed agreed() {
    return agreed;
  }

  /// The log.
  public InMemoryAuditService audit() {
    return audit;
  }

  /// The service's run-time configuration, as a launcher would write it.
  public Map<String, String> configuration() {
    Map<String, String> config = new HashMap<>();
    config.put("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"));
    config.put("quarkus.datasource.username", "postgres");
    CredentialFiles service = pki.service(Pki.INDICATOR_SERVICE);
    for (String bucket : new String[] {"inside", "audit"}) {
      String tls = "quarkus.tls." + bucket + ".";
      config.put(tls + "key-store.pem.0.cert", service.certificate().toString());
      config.put(tls + "key-store.pem.0.key", service.key().toString());
    }
    // Wider than in production: even a party's certificate that TLS lets in is no caller.
    config.put("quarkus.tls.inside.trust-store.pem.certs", pki.insideAnchors().toString());
    config.put("quarkus.tls.audit.trust-store.pem.certs", pki.exchangeAnchor().toString());
    config.put("quarkus.rest-client.audit-service.url", audit.url());
    config.put("entente.callers", "urn:entente:service:sharing-gateway");
    config.put("entente.service-anchors", pki.exchangeAnchor().toString());
    config.put("entente.service-revocation.sources[0].authority", pki.exchangeAnchor().toString());
    config.put(
        "entente.service-revocation.sources[0].file", pki.revokedServices().file().toString());
    config.put("entente.revocation.interval", "50ms");
    config.put("entente.exchange", agreed.file().toString());
    config.put("entente.exchange.look-every", "100ms");
    config.put("entente.limits.page-bytes", Integer.toString(PAGE_BYTES));
    config.put(
        "quarkus.datasource.jdbc.additional-jdbc-properties.options", "-c lock_timeout=500ms");
    config.put("entente.recovery.every", "off");
    config.put("quarkus.http.test-ssl-port", "0");
    config.put("quarkus.management.test-port", "0");
    return config;
  }

  @Override
  public void close() throws IOException {
    audit.close();
    postgres.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
