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
  private final int port;

  Surroundings() throws IOException, GeneralSecurityException {
    folder = Files.createTempDirectory("gateway");
    pki = Pki.create(folder, Clock.systemUTC(), "kr", "eu", LATE);
    issuer = TestIssuer.start(pki, Clock.systemUTC());
    lateIssuer = TestIssuer.start(pki, Clock.systemUTC());
    lateIssuer.outOfOrder(true);
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
    config.put("entente.limits.window", "PT1S");
    config.put("entente.limits.indicator-calls", Integer.toString(CALLS));
    config.put("entente.limits.turn", "PT1S");
    limits(config, "entente.limits.strangers", AMPLE);
    bucket(config, "door", pki.service(Pki.GATEWAY), pki.doorAnchors());
    bucket(config, "inside", pki.service(Pki.GATEWAY), pki.exchangeAnchor());
    bucket(config, "idp", pki.service(Pki.GATEWAY), pki.exchangeAnchor());
    config.put("quarkus.rest-client.indicator-service.url", upstream.url());
    config.put("quarkus.rest-client.audit-service.url", upstream.url());
    pki.parties().forEach(party -> partner(config, party.id()));
    return config;
  }

  private static void bucket(
      Map<String, String> config, String name, CredentialFiles own, Path anchors) {
    String bucket = "quarkus.tls." + name + ".";
    config.put(bucket + "key-store.pem.0.cert", own.certificate().toString());
    config.put(bucket + "key-store.pem.0.key", own.key().toString());
    config.put(bucket + "trust-store.pem.certs", anchors.toString());
  }

  /** Tests refuse a lot on purpose; limits are met by the clients that are there for it. */
  private static void limits(Map<String, String> config, String whose, int figure) {
    for (String name : new String[] {"rate", "burst", "requests"}) {
      config.put(whose + "." + name, Integer.toString(figure));
    }
  }

  private static void clients(Map<String, String> config, String partner, String id) {
    limits(config, partner + "limits", AMPLE);
    limits(config, partner + "clients.\"" + id + "-feed\".limits", AMPLE);
    if (id.equals("kr")) {
      limits(config, partner + "clients.\"" + COUNTING + "\".limits", AMPLE);
      for (String scant : new String[] {HASTY, REFUSED}) {
        config.put(partner + "clients.\"" + scant + "\".purpose", "threat-warning");
        config.put(partner + "clients.\"" + scant + "\".limits.rate", "1");
        config.put(partner + "clients.\"" + scant + "\".limits.burst", "5");
      }
      config.put(partner + "clients.\"" + COUNTING + "\".purpose", "threat-warning");
      config.put(partner + "clients.\"" + COUNTING + "\".sequence", "required");
    }
    if (id.equals("eu")) {
      config.put(partner + "clients.\"eu-feed\".agency", "cert-eu");
      config.put(partner + "clients.\"eu-feed\".role", "liaison");
      config.put(partner + "clients.\"" + CROWDED + "\".purpose", "threat-warning");
      config.put(partner + "clients.\"" + CROWDED + "\".agency", "small");
      limits(config, partner + "clients.\"" + CROWDED + "\".limits", AMPLE);
      limits(config, partner + "agencies.small", AMPLE);
      config.put(partner + "agencies.small.requests", "2");
    }
  }

  private void partner(Map<String, String> config, String id) {
    var party = pki.party(id);
    String partner = "entente.partners." + id + ".";
    config.put(partner + "tls-anchors", party.tlsAnchor().toString());
    config.put(partner + "signing-anchors", party.signingAnchor().toString());
    config.put(partner + "signers", party.signerUrn("ops"));
    config.put(partner + "clients.\"" + id + "-feed\".purpose", "threat-warning");
    clients(config, partner, id);
    String oidc = "quarkus.oidc." + id + ".";
    config.put(
        oidc + "auth-server-url", (id.equals(LATE) ? lateIssuer : issuer).realm(id).issuer());
    config.put(oidc + "tls.tls-configuration-name", "idp");
    config.put(oidc + "token.audience", "urn:entente:exchange");
    config.put(oidc + "token.binding.certificate", "true");
    config.put(oidc + "token.signature-algorithm", "PS256");
    config.put(oidc + "token.allow-jwt-introspection", "false");
    config.put(oidc + "token.allow-opaque-token-introspection", "false");
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
