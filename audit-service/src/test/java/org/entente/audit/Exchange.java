package org.entente.audit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.identity.TestIssuer;
import org.entente.log.Checkpoint;
import org.entente.log.KeyType;
import org.entente.log.SignedNote;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;
import org.entente.pki.TimeStampServer;
import org.entente.pki.TimeStamper;

/**
 * What surrounds the service under test: PostgreSQL, certificates, identity providers, log keys.
 */
public final class Exchange implements AutoCloseable {

  static final String ORIGIN = "exchange.entente.example/test";

  /** The party whose identity provider is away while the service starts. */
  static final String LATE = "jp";

  /** From Korea to the EU. */
  public static final String KR_TO_EU = "4b7f2f8e-3a6c-4d5e-9b1a-0c2d4e6f8a10";

  /** From Korea to an agency of the EU's and to the third party. */
  static final String KR_TO_BOTH = "9d3c1b7a-5e2f-4c8d-8a6b-1f0e2d4c6b80";

  /** A party that is in one collection and not in the other. */
  public static final String THIRD = "us";

  private final Path folder;
  private final EmbeddedPostgres postgres;
  private final Pki pki;
  private final TestIssuer issuer;
  private final TestIssuer lateIssuer;
  private final List<SignerKey> keys;
  private final TestWitness witness;
  private final Map<String, TimeStampServer> timeStamps;
  private final Agreed agreed;

  private Exchange(Path folder) throws IOException {
    this.folder = folder;
    postgres = TestPostgres.start(folder.resolve("postgres"));
    pki = Pki.create(folder.resolve("pki"), Clock.systemUTC(), "kr", "eu", THIRD, LATE);
    issuer = TestIssuer.start(pki, Clock.systemUTC());
    lateIssuer = TestIssuer.start(pki, Clock.systemUTC());
    lateIssuer.outOfOrder(true);
    var random = new SecureRandom();
    keys =
        List.of(
            SignerKey.generate(ORIGIN, KeyType.ED25519, random),
            SignerKey.generate(ORIGIN, KeyType.ML_DSA_44, random));
    for (var key : keys) {
      Files.writeString(keyFile(key), key.secretText() + "\n");
    }
    witness = new TestWitness(policy().logs());
    timeStamps =
        Map.of(
            "kr",
            TimeStampServer.start(stamper("kr"), pki.service(Pki.IDENTITY_PROVIDER).credential()),
            "eu",
            TimeStampServer.start(stamper("eu")));
    Files.writeString(folder.resolve("log.policy"), witnessedText());
    agreed = new Agreed(folder.resolve("exchange.yaml"), pki, this::issuerOf, timeStamps);
  }

  static Exchange start() {
    try {
      return new Exchange(Files.createTempDirectory("audit-service-test"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path keyFile(SignerKey key) {
    return folder.resolve(key.verifier().type() + ".key");
  }

  Pki pki() {
    return pki;
  }

  TestIssuer issuer() {
    return issuer;
  }

  /** The identity provider of {@link #LATE}, out of order until a test mends it. */
  TestIssuer lateIssuer() {
    return lateIssuer;
  }

  EmbeddedPostgres postgres() {
    return postgres;
  }

  /** What an auditor trusts. */
  TlogPolicy policy() {
    return TlogPolicy.ofLogs(keys.stream().map(SignerKey::verifier).toList());
  }

  private String witnessedText() {
    return TlogPolicy.text(policy().logs()).replace("quorum none\n", witness.policyLines());
  }

  /** The policy file that the service and its verifiers have. */
  String policyText() {
    return witnessedText();
  }

  /** What an auditor trusts who wants to see the witness' signatures, too. */
  TlogPolicy witnessedPolicy() {
    return TlogPolicy.parse(witnessedText().getBytes(StandardCharsets.UTF_8));
  }

  /** What the parties agreed on. */
  Agreed agreed() {
    return agreed;
  }

  TestWitness witness() {
    return witness;
  }

  private TimeStamper stamper(String party) {
    return new TimeStamper(pki.party(party).timeStamper(), Clock.systemUTC());
  }

  /** The time-stamp authority of this party's choice; Korea's is behind TLS. */
  TimeStampServer timeStamps(String party) {
    return Objects.requireNonNull(timeStamps.get(party));
  }

  /** Any checkpoint, signed by the log. */
  SignedNote signed(Checkpoint checkpoint) {
    return checkpoint.sign(keys, Instant.ofEpochSecond(1_795_360_200));
  }

  /** The certificate of one of a partner's clients. */
  CredentialFiles client(String partner, String client) {
    return pki.party(partner).client(client);
  }

  /** The run-time configuration, as a launcher would write it. */
  Map<String, String> configuration() {
    var service = pki.service(Pki.AUDIT_SERVICE);
    var config = new HashMap<String, String>();
    config.put("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"));
    config.put("quarkus.datasource.username", "postgres");
    config.put("quarkus.tls.inside.key-store.pem.0.cert", service.certificate().toString());
    config.put("quarkus.tls.inside.key-store.pem.0.key", service.key().toString());
    config.put("entente.log.origin", ORIGIN);
    config.put("entente.log.ed25519-key", keyFile(keys.getFirst()).toString());
    config.put("entente.log.ml-dsa-44-key", keyFile(keys.getLast()).toString());
    config.put(
        "entente.callers",
        "urn:entente:service:sharing-gateway,urn:entente:service:indicator-service");
    config.put("entente.service-anchors", pki.exchangeAnchor().toString());
    config.put("entente.service-revocation.sources[0].authority", pki.exchangeAnchor().toString());
    config.put(
        "entente.service-revocation.sources[0].file", pki.revokedServices().file().toString());
    config.put("entente.revocation.interval", "50ms");
    config.put("entente.exchange", agreed.file().toString());
    config.put("entente.exchange.look-every", "100ms");
    config.put("entente.witness.policy", folder.resolve("log.policy").toString());
    config.put("entente.witness.every", "100ms");
    config.put("entente.log.append-deadline", "3s");
    // Tests count entries; that the minute is kept is tested where time can be set.
    config.put("entente.administration.heartbeat", "1h");
    limits(config);
    timeStamps(config);
    config.put("quarkus.http.test-ssl-port", "0");
    config.put("quarkus.management.test-port", "0");
    return config;
  }

  /** Tests ask faster than people, and are refused more often; FloodTest has limits of its own. */
  private static void limits(Map<String, String> config) {
    for (var whose : List.of("client", "party", "strangers")) {
      config.put("entente.limits." + whose + ".rate", "100000");
      config.put("entente.limits." + whose + ".burst", "1000000");
    }
  }

  private void timeStamps(Map<String, String> config) {
    config.put("entente.timestamp.every", "200ms");
    config.put("entente.timestamp.patience", "1s");
    config.put("quarkus.tls.timestamp.trust-store.pem.certs", pki.exchangeAnchor().toString());
  }

  private String issuerOf(String party) {
    return (party.equals(LATE) ? lateIssuer : issuer).realm(party).issuer();
  }

  @Override
  public void close() throws IOException {
    issuer.close();
    lateIssuer.close();
    postgres.close();
    witness.close();
    timeStamps.values().forEach(TimeStampServer::close);
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
