package org.entente.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.entente.pki.CertificateTemplate;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;
import org.junit.jupiter.api.Test;

/** Lists of revoked certificates at this door: of auditors, of people at browsers, of services. */
@QuarkusTest
class RevocationTest extends ServiceTest {

  @Test
  void an_auditor_whose_certificate_is_revoked_is_refused_and_the_record_names_the_list() {
    // Given
    var party = exchange.pki().party("kr");
    var own = party.tls("revoked-auditor", CertificateTemplate.client("kr", AUDITOR));
    assertEquals(200, search(own).statusCode());
    var refused = "operation = 'log.search' AND code = 'CERT_REVOKED' AND party = 'kr'";
    var before = recorded(refused);

    // When
    party.revokedTls().revoke(own.credential().leaf());

    // Then
    var answer = until(() -> search(own), 403);
    assertEquals("CERT_REVOKED", answer.path("code"));
    assertEquals(before + 1, recorded(refused + " AND actor = '-'"));
    var found = auditorOf("kr").get("/v1/search?operation=log.search&outcome=denied").jsonPath();
    var revoked = "entries.find { it.record.status_detail == 'CERT_REVOKED' }";
    var list = found.getString(revoked + ".record.exchange.revocation_lists");
    assertTrue(list.matches("crl:[A-Za-z0-9_-]{43}#[0-9]+"), list);
  }

  @Test
  void a_browser_with_a_revoked_certificate_gets_no_page() {
    var party = exchange.pki().party("kr");
    var own = party.tls("revoked-browser", CertificateTemplate.client("kr", "kr-desk"));
    party.revokedTls().revoke(own.credential().leaf());

    var page = until(() -> new Caller(exchange, service, own).request().get("/console/"), 403);

    assertTrue(page.asString().contains("CERT_REVOKED"));
  }

  @Test
  void a_service_whose_certificate_is_revoked_appends_nothing() {
    var template = CertificateTemplate.service(Pki.INDICATOR_SERVICE);
    var own = exchange.pki().exchange("revoked-service", template);
    exchange.pki().revokedServices().revoke(own.credential().leaf());

    var answer = until(() -> append(own), 403);

    assertEquals("CERT_REVOKED", answer.path("code"));
    assertEquals(201, append(exchange.pki().service(Pki.INDICATOR_SERVICE)).statusCode());
  }

  @Test
  void a_party_whose_list_is_stale_is_refused_for_now_and_nobody_else_is() {
    var eu = exchange.pki().party("eu");
    eu.revokedTls()
        .publish(list -> list.withValidity(Duration.ofMinutes(-1), Duration.ofSeconds(1)));
    try {
      var answer = until(() -> auditorOf("eu").get("/v1/search"), 503);

      assertEquals("REVOCATION_UNAVAILABLE", answer.path("code"));
      assertEquals("1", answer.header("Retry-After"));
      auditorOf("kr").get("/v1/search").then().statusCode(200);
      auditorOf(Exchange.THIRD).get("/v1/search").then().statusCode(200);
      var ready = RestAssured.given().get(management.resolve("/q/health/ready"));
      ready
          .then()
          .statusCode(200)
          .body(
              "checks.find { it.name == 'revocation' }.data.eu",
              equalTo("a list is missing or stale: refused"))
          .body("checks.find { it.name == 'revocation' }.data.us", equalTo("not configured"));
    } finally {
      eu.revokedTls().publish();
    }
    var _ = until(() -> auditorOf("eu").get("/v1/search"), 200);
  }

  private Response append(CredentialFiles own) {
    return new Caller(exchange, service, own)
        .request()
        .contentType("application/json")
        .body(SampleRecord.fresh().bytes())
        .post("/v1/entries");
  }

  private Response search(CredentialFiles own) {
    var realm = exchange.issuer().realm("kr");
    var token = realm.sign(realm.auditorToken(AUDITOR, own.credential()));
    return new Caller(exchange, service, own).bearing(token).get("/v1/search");
  }

  private static Response until(Supplier<Response> request, int status) {
    var deadline = Instant.now().plus(Duration.ofSeconds(10));
    while (true) {
      var answer = request.get();
      if (answer.statusCode() == status) {
        return answer;
      }
      assertTrue(Instant.now().isBefore(deadline), () -> "still " + answer.statusCode());
    }
  }
}
