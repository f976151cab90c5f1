package org.entente.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
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
  void a_caller_whose_certificate_ends_soon_is_asked_to_connect_anew() {
    var template = CertificateTemplate.service(Pki.INDICATOR_SERVICE);
    var old =
        exchange
            .pki()
            .exchange("ending", template.withValidity(Duration.ofDays(-60), Duration.ofDays(6)));

    new Caller(exchange, service, old)
        .request()
        .get("/checkpoint")
        .then()
        .statusCode(200)
        .header("Connection", equalTo("close"));
    indicatorService().request().get("/checkpoint").then().header("Connection", nullValue());
  }

  @Test
  void tls_itself_refuses_unknown_expired_and_missing_certificates() throws Exception {
    for (var certificate :
        List.of(
            hostile().clientOfUnknownAuthority("kr-auditor"),
            hostile().expiredClient("kr-auditor"))) {
      assertThrows(IOException.class, () -> connect(Tls.context(exchange, certificate)));
    }
    assertThrows(IOException.class, () -> connect(Tls.withoutCertificate(exchange)));
    assertEquals(200, connect(Tls.context(exchange, exchange.client("kr", "kr-auditor"))));
  }

  private int connect(SSLContext tls) throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().sslContext(tls).build()) {
      var checkpoint = URI.create("https://localhost:" + service.getPort() + "/checkpoint");
      return client
          .send(HttpRequest.newBuilder(checkpoint).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }
}
