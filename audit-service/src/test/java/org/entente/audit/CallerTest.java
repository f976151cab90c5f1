package org.entente.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.entente.pki.CertificateTemplate;
import org.entente.pki.CredentialFiles;
import org.entente.pki.HostileCertificates;
import org.entente.pki.Pki;
import org.junit.jupiter.api.Test;

/** Who may append: services by certificate of the exchange's authority, and nobody else. */
@QuarkusTest
class CallerTest extends ServiceTest {

  private HostileCertificates hostile() {
    return new HostileCertificates(exchange.pki().party("kr"), Clock.systemUTC());
  }

  /** Refused, recorded with what the certificate proves, and nothing appended. */
  private void assertRefused(CredentialFiles certificate, String party, String actor) {
    var sample = SampleRecord.fresh();
    var record =
        "operation = 'log.append' AND outcome = 'denied' AND code = 'CALLER_UNKNOWN'"
            + " AND party = '%s' AND actor = '%s'".formatted(party, actor);
    var before = recorded(record);

    new Caller(exchange, service, certificate)
        .request()
        .contentType("application/json")
        .body(sample.bytes())
        .post("/v1/entries")
        .then()
        .statusCode(403)
        .body("code", equalTo("CALLER_UNKNOWN"));

    assertEquals(before + 1, recorded(record));
    assertEquals(0, recorded("idx IN (SELECT idx FROM idem WHERE uid = '" + sample.uid() + "')"));
  }

  @Test
  void a_partners_authority_cannot_make_a_service() {
    assertRefused(hostile().clientNamingService(Pki.INDICATOR_SERVICE), "-", "-");
  }

  @Test
  void a_partners_client_cannot_append() {
    assertRefused(exchange.client("kr", "kr-feed"), "kr", "kr-feed");
  }

  @Test
  void a_partners_authority_cannot_make_another_partners_client() {
    assertRefused(hostile().clientNaming("eu", "eu-feed"), "-", "-");
  }

  @Test
  void a_service_that_is_not_configured_cannot_append() {
    assertRefused(exchange.pki().service(Pki.IDENTITY_PROVIDER), "-", "identity-provider");
  }

  @Test
  void a_certificate_with_two_names_is_nobody() {
    var two =
        CertificateTemplate.service(Pki.INDICATOR_SERVICE)
            .withUris(
                "urn:entente:service:indicator-service", "urn:entente:service:sharing-gateway");
    assertRefused(exchange.pki().exchange("two-names", two), "-", "-");
  }

  @Test
  void tls_itself_refuses_unknown_expired_and_missing_certificates() throws Exception {
    for (var certificate :
        java.util.List.of(
            hostile().clientOfUnknownAuthority("kr-auditor"),
            hostile().expiredClient("kr-auditor"))) {
      assertThrows(IOException.class, () -> connect(certificate.credential().keyStore("pw")));
    }
    assertThrows(IOException.class, () -> connect(empty()));
    assertEquals(200, connect(exchange.client("kr", "kr-auditor").credential().keyStore("pw")));
  }

  private int connect(KeyStore own) throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().sslContext(tls(own)).build()) {
      var checkpoint = URI.create("https://localhost:" + service.getPort() + "/checkpoint");
      return client
          .send(HttpRequest.newBuilder(checkpoint).build(), BodyHandlers.discarding())
          .statusCode();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private SSLContext tls(KeyStore own) throws GeneralSecurityException, IOException {
    var trusted = empty();
    try (var in = Files.newInputStream(exchange.pki().exchangeAnchor())) {
      trusted.setCertificateEntry(
          "exchange", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, "pw".toCharArray());
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    var context = SSLContext.getInstance("TLSv1.3");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
