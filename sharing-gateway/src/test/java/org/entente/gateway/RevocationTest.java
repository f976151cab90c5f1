package org.entente.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Draft;
import org.entente.gateway.exchange.Submitting;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Visit;
import org.entente.gateway.exchange.Visitor;
import org.entente.pki.Authority;
import org.entente.pki.CertificateTemplate;
import org.entente.pki.Credential;
import org.entente.pki.CredentialFiles;
import org.entente.pki.ListTemplate;
import org.entente.pki.Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows 2 and 16 of the hostile-input table: lists of revoked certificates. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects; fresh() sets the rest.
class RevocationTest {

  Surroundings around;

  @TestHTTPResource(management = true)
  URI management;

  private Party korea;

  @BeforeEach
  void fresh() {
    around.upstream().reset();
    korea = around.pki().party("kr");
  }

  @Test
  void a_connection_ends_with_its_first_request_after_its_certificate_is_revoked()
      throws IOException {
    // Given
    CredentialFiles own = client("kr-feed-old");
    String request =
        "GET /taxii2/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token(own)
            + "\r\n\r\n";
    try (Socket connection = Visitor.begin(own, around, request)) {
      assertTrue(answer(connection).startsWith("HTTP/1.1 200 "));

      // When
      korea.revokedTls().revoke(own.credential().leaf());

      // Then
      String answer =
          until(
              () -> {
                connection.getOutputStream().write(request.getBytes(US_ASCII));
                return answer(connection);
              },
              text -> text.startsWith("HTTP/1.1 403 "));
      assertTrue(answer.contains("CERT_REVOKED"), answer);
    }
    JsonNode record = lastRecord("CERT_REVOKED");
    assertEquals("kr", record.at("/actor/user/org/uid").asText());
    assertEquals("-", record.at("/actor/user/uid").asText());
    assertEquals(own.credential().thumbprint(), record.at("/src_endpoint/uid").asText());
    assertTrue(
        record.at("/exchange/revocation_lists").asText().matches("crl:[A-Za-z0-9_-]{43}#[0-9]+"),
        record.toString());
    // The certificate that replaced it is not touched.
    Visit.by(around, "kr").get("/taxii2/").then().statusCode(200);
  }

  @Test
  void a_client_below_a_revoked_authority_is_revoked() {
    Authority below =
        korea.tlsAuthority().subordinate(CertificateTemplate.authority("kr", "kr Sub CA"));
    korea.revokedTls().revoke(below.certificate());
    CredentialFiles own =
        korea.write(below.issue(CertificateTemplate.client("kr", "kr-feed")), "kr-below");

    Response answer = await(() -> ask(own), 403);

    assertEquals("CERT_REVOKED", answer.path("error_code"));
  }

  @Test
  void an_authority_without_a_list_of_its_own_makes_what_is_below_it_unknown() {
    Authority below =
        korea.tlsAuthority().subordinate(CertificateTemplate.authority("kr", "kr Mute CA"));
    CredentialFiles own =
        korea.write(below.issue(CertificateTemplate.client("kr", "kr-feed")), "kr-mute");

    Response answer = ask(own);

    assertEquals(503, answer.statusCode());
    assertEquals("REVOCATION_UNAVAILABLE", answer.path("error_code"));
  }

  /** Or a party's authority could have the log fill up with them. */
  @Test
  void a_list_that_is_held_back_costs_as_much_as_any_refusal() {
    Authority below =
        korea.tlsAuthority().subordinate(CertificateTemplate.authority("kr", "kr Silent CA"));
    CredentialFiles own =
        korea.write(below.issue(CertificateTemplate.client("kr", "kr-silent")), "kr-silent");

    assertEquals(503, ask(own).statusCode());
    assertEquals(429, ask(own).statusCode());
  }

  @Test
  void a_partner_whose_list_is_stale_is_refused_for_now_and_no_other_partner_is() {
    Party eu = around.pki().party("eu");
    eu.revokedTls()
        .publish(list -> list.withValidity(Duration.ofMinutes(-1), Duration.ofSeconds(1)));
    try {
      Response answer = await(() -> Visit.by(around, "eu").get("/taxii2/"), 503);

      assertEquals("REVOCATION_UNAVAILABLE", answer.path("error_code"));
      assertEquals("5", answer.header("Retry-After"));
      JsonNode record = lastRecord("REVOCATION_UNAVAILABLE");
      assertEquals("eu-feed", record.at("/actor/user/uid").asText());
      Visit.by(around, "kr").get("/taxii2/").then().statusCode(200);
      String readiness = management("/q/health/ready");
      assertTrue(readiness.contains("\"eu\": \"a list is missing or stale: refused\""), readiness);
      assertTrue(readiness.contains("\"kr\": \"fresh\""), readiness);
      assertTrue(readiness.contains("\"jp\": \"not configured\""), readiness);
    } finally {
      eu.revokedTls().publish();
    }
    var _ = await(() -> Visit.by(around, "eu").get("/taxii2/"), 200);
  }

  @Test
  void a_list_signed_by_a_stranger_of_the_same_name_changes_nothing() throws IOException {
    CredentialFiles own = client("kr-feed-slandered");
    byte[] forged =
        korea
            .tlsAuthority()
            .impostor()
            .revocationList(ListTemplate.number(9_999).revoking(own.credential().leaf()));
    double before = failures();
    korea.revokedTls().put(forged);
    try {
      var _ = until(this::failures, failures -> failures > before);

      ask(own).then().statusCode(200);
    } finally {
      korea.revokedTls().publish();
    }
  }

  @Test
  void a_revoked_signer_is_refused_when_the_submission_arrives_and_the_list_is_recorded() {
    Credential signer =
        korea.signing("revoked-signer", CertificateTemplate.signer("kr", "ops")).credential();
    Visit visit = Visit.by(around, "kr");
    String early = Draft.of(signer, "kr", Submitting.ENVELOPE).signed(signer);
    assertEquals(202, Submitting.plain(visit, early, Submitting.ENVELOPE).statusCode());
    String checks = checks();
    assertTrue(checks.matches(".*\"crl:[A-Za-z0-9_-]{43}#[0-9]+\".*"), checks);
    assertTrue(checks.matches(".*\"tls-crl:[A-Za-z0-9_-]{43}#[0-9]+\".*"), checks);

    korea.revokedSigning().revoke(signer.leaf());

    Response answer = await(() -> Submitting.plain(visit, early, Submitting.ENVELOPE), 403);
    assertEquals("SIG_REVOKED", answer.path("error_code"));
    JsonNode record = lastRecord("SIG_REVOKED");
    assertTrue(record.at("/exchange/revocation_lists").asText().matches("crl:[^ ]+"));
    String good = Draft.of(around, "kr", Submitting.ENVELOPE).signed(around, "kr");
    assertEquals(202, Submitting.plain(visit, good, Submitting.ENVELOPE).statusCode());
  }

  /** Others may come at any time after it: floods are counted, and recorded when they are over. */
  private JsonNode lastRecord(String code) {
    return around.upstream().records().stream()
        .filter(record -> record.at("/status_detail").asText().equals(code))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  /** What the service inside was told of the last submission. */
  private String checks() {
    String established = around.upstream().arrived().getLast().header("Entente-Submission");
    return new String(Base64.getUrlDecoder().decode(established), StandardCharsets.UTF_8);
  }

  private CredentialFiles client(String file) {
    return korea.tls(file, CertificateTemplate.client("kr", "kr-feed"));
  }

  private String token(CredentialFiles own) {
    var realm = around.issuer().realm("kr");
    return realm.sign(realm.token("kr-feed", own.credential()));
  }

  private Response ask(CredentialFiles own) {
    return Visitor.with(own, around)
        .header("Authorization", "Bearer " + token(own))
        .get("/taxii2/");
  }

  private String management(String path) {
    return RestAssured.given().get(management.resolve(path)).asString();
  }

  private double failures() {
    return management("/q/metrics")
        .lines()
        .filter(line -> line.startsWith("gateway_revocation_failures_total{partner=\"kr\"}"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static Response await(Supplier<Response> request, int status) {
    try {
      return until(request::get, answer -> answer.statusCode() == status);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Attempt<T> {
    T make() throws IOException;
  }

  private interface Wanted<T> {
    boolean is(T found);
  }

  private static <T> T until(Attempt<T> attempt, Wanted<T> wanted) throws IOException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
    while (true) {
      T found = attempt.make();
      if (wanted.is(found)) {
        return found;
      }
      assertTrue(Instant.now().isBefore(deadline), () -> "still " + found);
    }
  }

  /** One answer with a Content-Length, as text. */
  private static String answer(Socket connection) throws IOException {
    var in = connection.getInputStream();
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    var length =
        head.toString()
            .lines()
            .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
            .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElse(0);
    return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
