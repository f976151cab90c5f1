package org.entente.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.entente.identity.TestRealm;
import org.entente.pki.Pki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read entries: auditors of the partner whose certificate they use, and nobody else. */
@QuarkusTest
class AuditorTest extends ServiceTest {

  private TestRealm kr() {
    return exchange.issuer().realm("kr");
  }

  private RequestSpecification bearing(String token) {
    return client("kr", AUDITOR).bearing(token);
  }

  /** Tokens that must not be accepted, by what is wrong with them. */
  private Map<String, Supplier<String>> badTokens() {
    var eu = exchange.client("eu", "eu-auditor").credential();
    var bad = new LinkedHashMap<String, Supplier<String>>();
    bad.put("garbage", () -> "garbage");
    bad.put("alg none", () -> kr().unsigned(auditorToken()));
    bad.put("unpublished key", () -> kr().signWithWrongKey(auditorToken()));
    bad.put("another algorithm", () -> kr().signWithRs256(auditorToken()));
    bad.put("public key as secret", () -> kr().signWithPublicKeyAsSecret(auditorToken()));
    bad.put(
        "unknown issuer", () -> kr().sign(auditorToken().with("iss", "https://nobody.example")));
    bad.put("other audience", () -> kr().sign(auditorToken().with("aud", "account")));
    bad.put("no audience", () -> kr().sign(auditorToken().without("aud")));
    bad.put("expired", () -> kr().sign(auditorToken().issuedAt(Instant.now().minusSeconds(3_600))));
    bad.put("not bound", () -> kr().sign(auditorToken().unbound()));
    bad.put("stolen: bound to another certificate", () -> kr().sign(auditorToken().boundTo(eu)));
    return bad;
  }

  @Test
  void a_token_that_is_wrong_in_any_way_is_refused_and_recorded() {
    badTokens()
        .forEach(
            (what, token) -> assertRefused(bearing(token.get()), 401, "AUTH_TOKEN_INVALID", what));
  }

  @Test
  void a_certificate_alone_is_not_an_identity() {
    assertRefused(client("kr", AUDITOR).request(), 401, "AUTH_NO_TOKEN", "no token");
  }

  @Test
  void the_other_partners_token_is_refused_even_when_it_is_bound_to_this_certificate() {
    var certificate = exchange.client("kr", AUDITOR).credential();
    var eu = exchange.issuer().realm("eu");
    var token = eu.sign(eu.auditorToken(AUDITOR, certificate));

    assertRefused(bearing(token), 403, "PARTNER_MISMATCH", "another partner's token");
  }

  @Test
  void the_other_partners_provider_is_not_asked_about_a_token_that_names_it() {
    var token = kr().sign(auditorToken().with("iss", exchange.issuer().realm("eu").issuer()));

    assertRefused(bearing(token), 403, "PARTNER_MISMATCH", "another realm's issuer");
  }

  @Test
  void a_good_token_without_the_role_is_refused() {
    var token = kr().sign(auditorToken().withRoles("taxii"));

    assertRefused(bearing(token), 403, "AUTHZ_ROLE", "no role");
  }

  @Test
  void a_service_is_no_auditor() {
    var gateway =
        new Caller(exchange, service, exchange.pki().service(Pki.GATEWAY))
            .bearing(kr().sign(auditorToken()));
    var before = recorded("operation = 'log.search' AND code = 'CALLER_UNKNOWN'");

    gateway.get("/v1/search").then().statusCode(403).body("code", equalTo("CALLER_UNKNOWN"));

    assertEquals(before + 1, recorded("operation = 'log.search' AND code = 'CALLER_UNKNOWN'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tile/entries/000.p/1", "/v1/receipts/AAAA"})
  void every_path_to_entries_needs_the_auditor(String path) {
    client("kr", AUDITOR).request().get(path).then().statusCode(401);
    bearing(kr().sign(auditorToken().withRoles())).get(path).then().statusCode(403);
  }

  @Test
  void the_eu_auditor_reads_with_its_own_certificate_and_token() {
    var eu = exchange.issuer().realm("eu");
    var caller = client("eu", "eu-auditor");
    var token = eu.auditorToken("eu-auditor", caller.certificate().credential());

    caller.bearing(eu.sign(token)).get("/v1/search").then().statusCode(200);
  }

  @Test
  void an_identity_provider_that_is_away_is_a_503_until_it_is_back() {
    var realm = exchange.lateIssuer().realm(Exchange.LATE);
    var caller = client(Exchange.LATE, "jp-auditor");
    var token = realm.sign(realm.auditorToken("jp-auditor", caller.certificate().credential()));
    var record =
        "operation = 'log.search' AND outcome = 'error' AND code = 'DEP_UNAVAILABLE'"
            + " AND party = 'jp' AND actor = 'jp-auditor'";
    for (var attempt = 1; attempt <= 3; attempt++) {
      caller
          .bearing(token)
          .get("/v1/search")
          .then()
          .statusCode(503)
          .header("Retry-After", "1")
          .body("code", equalTo("DEP_UNAVAILABLE"));
      assertEquals(attempt, recorded(record));
    }

    exchange.lateIssuer().outOfOrder(false);

    caller.bearing(token).get("/v1/search").then().statusCode(200);
  }

  private void assertRefused(RequestSpecification request, int status, String code, String what) {
    var record =
        "operation = 'log.search' AND outcome = 'denied' AND party = 'kr' AND actor = '"
            + (AUDITOR + "' AND code = '" + code + "'");
    var before = recorded(record);

    var answer = request.get("/v1/search");

    assertEquals(status, answer.statusCode(), what);
    assertEquals(code, answer.jsonPath().getString("code"), what);
    assertEquals(before + 1, recorded(record), what);
  }
}
