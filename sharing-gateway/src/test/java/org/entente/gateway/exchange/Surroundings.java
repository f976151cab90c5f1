package org.entente.gateway.exchange;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.entente.identity.TestIssuer;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;

/** Everything around one gateway: PKI, two identity providers, the services inside. */
public final class Surroundings implements AutoCloseable {

  public static final String API_ROOT = "https://gateway.entente.example/taxii2/exchange/";
  public static final String COLLECTION = "4b7f2f8e-3a6c-4d5e-9b1a-0c2d4e6f8a10";

  /** A client of Korea that must number its requests. */
  public static final String COUNTING = "kr-counting";

  /** A client of Korea that may ask once a second, and a few times after a pause. */
  public static final String HASTY = "kr-hasty";

  /** Another one. */
  public static final String REFUSED = "kr-refused";

  /** A client of the EU whose agency may have two requests at once. */
  public static final String CROWDED = "eu-crowded";

  /** So many calls to the indicator-service at once are a party's. */
  public static final int CALLS = 4;

  /** A partner whose identity provider is away when the gateway starts. */
  public static final String LATE = "jp";

  private static final int AMPLE = 1_000_000;

  private final Path folder;
  private final Pki pki;
  private final TestIssuer issuer;
  private final TestIssuer lateIssuer;
  private final Upstream upstream;
  private final Agreed agreed;
  private final int port;

  Surroundings() throws IOException, GeneralSecurityException {
    folder = Files.createTempDirectory("gateway");
    pki = Pki.create(folder, Clock.systemUTC(), "kr", "eu", LATE);
    issuer = TestIssuer.start(pki, Clock.systemUTC());
    lateIssuer = TestIssuer.start(pki, Clock.systemUTC());
    lateIssuer.outOfOrder(true);
    agreed = new Agreed(folder, pki, id -> (id.equals(LATE) ? lateIssuer : issuer).realm(id));
    upstream = new Upstream(Tls.of(pki.service(Pki.AUDIT_SERVICE), pki.exchangeAnchor()));
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  public Pki pki() {
    return pki;
  }

  public TestIssuer issuer() {
    return issuer;
  }

  /** The identity provider of {@link #LATE}; out of order until a test says otherwise. */
  public TestIssuer lateIssuer() {
    return lateIssuer;
  }

  /** What the parties agreed on; a test may have them agree on something else. */
  public Agreed agreed() {
    return agreed;
  }

  public Upstream upstream() {
    return upstream;
  }

  public int port() {
    return port;
  }

  /** The gateway's configuration, as an operator would write it. */
  Map<String, String> config() {
    var config = new HashMap<String, String>();
    config.put("quarkus.http.test-ssl-port", Integer.toString(port));
    config.put("quarkus.http.ssl-port", Integer.toString(port));
    config.put("quarkus.management.test-port", "0");
    config.put("entente.api-root", API_ROOT);
    config.put("entente.bodies.deadline", "PT5S");
    config.put("entente.revocation.interval", "PT0.05S");
    config.put("entente.limits.window", "PT1S");
    config.put("entente.limits.indicator-calls", Integer.toString(CALLS));
    config.put("entente.limits.turn", "PT1S");
    limits(config, "entente.limits.strangers", AMPLE);
    own(config, "door");
    own(config, "inside");
    config.put("quarkus.tls.inside.trust-store.pem.certs", pki.exchangeAnchor().toString());
    config.put("quarkus.rest-client.indicator-service.url", upstream.url());
    config.put("quarkus.rest-client.audit-service.url", upstream.url());
    config.put("entente.exchange", agreed.file().toString());
    config.put("entente.exchange.look-every", "100ms");
    return config;
  }

  private void own(Map<String, String> config, String name) {
    CredentialFiles own = pki.service(Pki.GATEWAY);
    String bucket = "quarkus.tls." + name + ".";
    config.put(bucket + "key-store.pem.0.cert", own.certificate().toString());
    config.put(bucket + "key-store.pem.0.key", own.key().toString());
  }

  /** Tests refuse a lot on purpose; limits are met by the clients that are there for it. */
  private static void limits(Map<String, String> config, String whose, int figure) {
    for (String name : new String[] {"rate", "burst", "requests"}) {
      config.put(whose + "." + name, Integer.toString(figure));
    }
  }

  @Override
  public void close() throws IOException {
    issuer.close();
    lateIssuer.close();
    upstream.close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
