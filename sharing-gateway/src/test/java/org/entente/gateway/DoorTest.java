package org.entente.gateway;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Visitor;
import org.entente.identity.TestRealm;
import org.entente.identity.Token;
import org.entente.pki.CredentialFiles;
import org.entente.pki.HostileCertificates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows 1 to 8 of the hostile-input table: certificate and token. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
class DoorTest {

  private static final String TAXII = "application/taxii+json;version=2.1";

  @SuppressWarnings("NullAway.Init") // The test resource injects it.
  Surroundings around;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private TestRealm realm;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private CredentialFiles korea;

  @BeforeEach
  void fresh() {
    around.upstream().reset();
    realm = around.issuer().realm("kr");
    korea = around.pki().party("kr").client("kr-feed");
  }

  @Test
  void a_registered_client_with_its_own_bound_token_comes_in() {
    Response answer = ask(realm.sign(good()));

    assertEquals(200, answer.statusCode());
    assertEquals(TAXII, answer.contentType());
    assertEquals(Surroundings.API_ROOT, answer.jsonPath().getString("default"), answer.asString());
    assertEquals("0;bGVhZg", answer.header("Audit-Receipt"));
    JsonNode record = onlyRecord();
    assertEquals("taxii.discovery", record.at("/api/operation").asText());
    assertEquals("kr", record.at("/actor/user/org/uid").asText());
    assertEquals("kr-feed", record.at("/actor/user/uid").asText());
    assertEquals("threat-warning", record.at("/exchange/purpose").asText());
    assertEquals(1, record.at("/action_id").asInt());
  }

  @Test
  void row_2_a_certificate_of_an_unknown_authority_or_an_expired_one_is_a_tls_alert() {
    var hostile = new HostileCertificates(around.pki().party("kr"), Clock.systemUTC());
    for (var own :
        new CredentialFiles[] {
          hostile.clientOfUnknownAuthority("kr-feed"), hostile.expiredClient("kr-feed")
        }) {
      RequestSpecification request = Visitor.with(own, around);
      // An alert, or a reset where the request was still being sent.
      var ended = assertThrows(IOException.class, () -> request.get("/taxii2/"));
      assertFalse(ended instanceof ConnectException, ended::toString);
    }
    assertTrue(around.upstream().records().isEmpty());
  }

  @Test
  void row_3_a_certificate_without_a_token_is_refused() {
    Response answer = Visitor.with(korea, around).get("/taxii2/");

    refused(answer, 401, "AUTH_NO_TOKEN");
    assertEquals("Bearer realm=\"entente\"", answer.header("WWW-Authenticate"));
  }

  @Test
  void row_4_a_token_that_is_not_signed_by_its_issuer_is_refused() {
    refused(ask(realm.unsigned(good())), 401, "AUTH_TOKEN_INVALID");
    refused(ask(realm.signWithPublicKeyAsSecret(good())), 401, "AUTH_TOKEN_INVALID");
    refused(ask(realm.signWithWrongKey(good())), 401, "AUTH_TOKEN_INVALID");
    refused(ask(realm.signWithRs256(good())), 401, "AUTH_TOKEN_INVALID");
    refused(ask("garbage"), 401, "AUTH_TOKEN_INVALID");
  }

  @Test
  void row_5_a_token_of_an_unknown_issuer_is_refused() {
    refused(ask(realm.sign(good().with("iss", "https://elsewhere.example"))), 401, "AUTH_ISSUER");
  }

  @Test
  void row_6_a_stolen_token_is_refused() {
    refused(ask(realm.sign(good().unbound())), 401, "AUTH_BINDING");
    var other = around.pki().party("kr").client("kr-other").credential();
    refused(ask(realm.sign(good().boundTo(other))), 401, "AUTH_BINDING");
    var eu = around.issuer().realm("eu");
    var theirs = around.pki().party("eu").client("eu-feed").credential();
    refused(ask(eu.sign(eu.token("eu-feed", theirs))), 401, "AUTH_BINDING");
  }

  @Test
  void row_7_a_token_for_something_else_is_refused() {
    refused(ask(realm.sign(good().with("aud", "urn:other"))), 401, "AUTH_AUD");
    refused(ask(realm.sign(good().without("aud"))), 401, "AUTH_AUD");
    Token old = good().issuedAt(Instant.now().minus(Duration.ofHours(1)));
    refused(ask(realm.sign(old)), 401, "AUTH_EXP");
    Response scopeless = ask(realm.sign(good().withScopes("other")));
    refused(scopeless, 403, "AUTHZ_SCOPE");
    scopeless.then().header("WWW-Authenticate", startsWith("Bearer "));
  }

  @Test
  void row_8_the_other_partners_token_over_this_partners_connection_is_refused() {
    Token token = around.issuer().realm("eu").token("eu-feed", korea.credential());
    refused(ask(around.issuer().realm("eu").sign(token)), 403, "PARTNER_MISMATCH");
    assertEquals("kr", onlyRecord().at("/actor/user/org/uid").asText());
  }

  @Test
  void the_other_partners_provider_is_not_asked_about_a_token_that_names_it() {
    var eu = around.issuer().realm("eu");
    refused(
        ask(eu.signWithWrongKey(eu.token("eu-feed", korea.credential()))), 403, "PARTNER_MISMATCH");
  }

  @Test
  void a_certificate_naming_the_other_partners_client_is_nobodys() {
    var hostile = new HostileCertificates(around.pki().party("eu"), Clock.systemUTC());
    var own = hostile.clientNaming("kr", "kr-feed");
    String token = realm.sign(realm.token("kr-feed", own.credential()));
    refused(
        Visitor.with(own, around).header("Authorization", "Bearer " + token).get("/taxii2/"),
        403,
        "CERTIFICATE_UNKNOWN");
  }

  @Test
  void an_unregistered_client_is_refused() {
    refused(ask(realm.sign(good().with("azp", "kr-unknown"))), 403, "CLIENT_UNKNOWN");
  }

  @Test
  void one_registered_clients_token_over_another_clients_connection_is_refused() {
    var other = around.pki().party("kr").client("kr-other");
    String token = realm.sign(good().boundTo(other.credential()));
    refused(
        Visitor.with(other, around).header("Authorization", "Bearer " + token).get("/taxii2/"),
        403,
        "CLIENT_MISMATCH");
  }

  @Test
  void an_unknown_path_is_recorded_before_it_is_refused() {
    Response answer = as(realm.sign(good())).get("/somewhere");

    refused(answer, 404, "HTTP_NOT_FOUND");
    assertEquals("application/problem+json", answer.contentType());
    assertEquals("http.unknown", onlyRecord().at("/api/operation").asText());
  }

  @Test
  void a_method_the_resource_does_not_have_is_refused() {
    refused(as(realm.sign(good())).put("/taxii2/"), 405, "HTTP_METHOD");
  }

  @Test
  void row_26_an_ambiguous_path_is_refused() {
    for (String path : new String[] {"/taxii2/%2e%2e/taxii2/", "/taxii2//exchange/", "/a/../b"}) {
      String answer = raw("GET " + path + " HTTP/1.1", "");

      assertTrue(answer.startsWith("HTTP/1.1 400 "), path + " " + answer);
      assertTrue(answer.contains("HTTP_ABUSE"), path + " " + answer);
      assertEquals(
          "HTTP_ABUSE", around.upstream().records().getLast().at("/status_detail").asText());
    }
  }

  @Test
  void row_26_trace_and_forged_forwarding_headers_change_nothing() {
    String answer =
        raw(
            "TRACE /taxii2/ HTTP/1.1",
            "X-Forwarded-Client-Cert: Hash=1\r\nForwarded: for=192.0.2.1\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 405 "), answer);
    JsonNode record = onlyRecord();
    assertEquals("127.0.0.1", record.at("/src_endpoint/ip").asText());
    assertEquals("kr", record.at("/actor/user/org/uid").asText());
  }

  @Test
  void without_the_log_nothing_is_answered_not_even_a_refusal() {
    around.upstream().auditDown();

    for (Response answer :
        new Response[] {
          ask(realm.sign(good())), ask("garbage"), Visitor.with(korea, around).get("/taxii2/")
        }) {
      answer.then().statusCode(503).body("error_code", equalTo("AUDIT_UNAVAILABLE"));
      assertEquals("5", answer.header("Retry-After"));
    }
    assertTrue(around.upstream().records().isEmpty());
  }

  @Test
  void a_broken_connection_to_the_log_is_tried_once_more() {
    around.upstream().auditBreaksOnce();

    ask(realm.sign(good())).then().statusCode(200);
    assertEquals(1, around.upstream().records().size());
  }

  @Test
  void an_answer_of_the_log_that_breaks_off_confirms_nothing() {
    around.upstream().auditBreaksOff();

    Response answer = ask(realm.sign(good()));

    answer.then().statusCode(503).body("error_code", equalTo("AUDIT_UNAVAILABLE"));
    assertEquals(2, around.upstream().appends());
  }

  @Test
  void a_log_that_does_not_answer_in_time_is_not_asked_again() {
    around.upstream().auditSilent();

    ask(realm.sign(good())).then().statusCode(503);
    assertEquals(1, around.upstream().appends());
  }

  @Test
  void when_the_identity_provider_is_away_known_keys_still_serve() {
    ask(realm.sign(good())).then().statusCode(200);
    around.issuer().outOfOrder(true);
    try {
      ask(realm.sign(good())).then().statusCode(200);
    } finally {
      around.issuer().outOfOrder(false);
    }
  }

  private String raw(String requestLine, String more) {
    String headers =
        "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
            + realm.sign(good())
            + "\r\n";
    return Visitor.raw(korea, around, requestLine + headers + more + "\r\n");
  }

  private Token good() {
    return realm.token("kr-feed", korea.credential());
  }

  private Response ask(String token) {
    return as(token).get("/taxii2/");
  }

  private RequestSpecification as(String token) {
    return Visitor.with(korea, around).header("Authorization", "Bearer " + token);
  }

  private void refused(Response answer, int status, String code) {
    String where = answer.contentType().startsWith("application/taxii") ? "error_code" : "code";
    assertEquals(status + " " + code, answer.statusCode() + " " + answer.path(where));
    JsonNode record = around.upstream().records().getLast();
    assertEquals(code, record.at("/status_detail").asText(), record.toString());
    assertEquals(2, record.at("/action_id").asInt());
    assertEquals(status, record.at("/http_response/code").asInt());
  }

  private JsonNode onlyRecord() {
    assertEquals(1, around.upstream().records().size());
    return around.upstream().records().getFirst();
  }
}
