package org.entente.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Refusals;
import org.entente.gateway.exchange.Submitting;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Tls;
import org.entente.gateway.exchange.Visit;
import org.entente.gateway.exchange.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows 1, 26 and 30 of the hostile-input table: what no well-behaved client sends. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects; fresh() sets the rest.
class WireTest {

  private static final int LIMIT = 10 * 1024 * 1024;

  Surroundings around;

  private Visit korea;
  private Refusals refusals;

  @BeforeEach
  void fresh() {
    around.upstream().reset();
    refusals = new Refusals(around.upstream());
    korea = Visit.by(around, "kr");
  }

  @Test
  void row_1_without_a_client_certificate_there_is_no_http() throws Exception {
    var nobody = SSLContext.getInstance("TLSv1.3");
    nobody.init(null, Tls.trusting(around.pki().exchangeAnchor()), null);
    assertThrows(SSLException.class, () -> greet(nobody, "TLSv1.3"));
  }

  @Test
  void row_1_an_older_tls_is_refused() throws GeneralSecurityException, IOException {
    var known = Tls.of(korea.own(), around.pki().exchangeAnchor());
    assertThrows(SSLException.class, () -> greet(known, "TLSv1.2"));
  }

  @Test
  void row_26_a_length_beside_a_transfer_encoding_never_smuggles_a_second_request() {
    String second = "GET /taxii2/exchange/ HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String answer =
        posting("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + second);
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertEquals(-1, answer.indexOf("HTTP/1.1", 1), answer);
  }

  @Test
  void row_26_a_path_that_can_be_read_in_two_ways_is_refused() {
    for (String path :
        List.of(
            "/taxii2/%2e%2e/taxii2/",
            "/taxii2//exchange/",
            "/a/../taxii2/",
            "/t%61xii2/",
            "/taxii2;a=b/",
            "/taxii2\\exchange/",
            "/taxii2/?a={}")) {
      around.upstream().reset();
      String answer = korea.raw("GET " + path + " HTTP/1.1", "", "");
      assertTrue(answer.startsWith("HTTP/1.1 400 "), path + " " + answer);
      assertTrue(answer.contains("HTTP_ABUSE"), path + " " + answer);
      assertEquals("HTTP_ABUSE", lastCode());
    }
  }

  @Test
  void row_26_odd_request_targets_and_methods_are_refused_and_recorded() {
    for (String line :
        List.of("OPTIONS * HTTP/1.1", "TRACE /taxii2/ HTTP/1.1", "BREW /taxii2/ HTTP/1.1")) {
      around.upstream().reset();
      String answer = korea.raw(line, "", "");
      assertTrue(answer.startsWith("HTTP/1.1 4"), line + " " + answer);
      assertEquals(1, around.upstream().records().size(), line + " " + answer);
    }
  }

  @Test
  void row_26_a_client_certificate_alone_passes_on_no_path_at_all() {
    for (String target : List.of("/taxii2/", "/none", "http://localhost/taxii2/", "/%2e/")) {
      around.upstream().reset();
      String answer = withoutToken("OPTIONS " + target);
      assertTrue(answer.startsWith("HTTP/1.1 401 "), target + " " + answer);
      assertEquals("AUTH_NO_TOKEN", lastCode());
    }
    around.upstream().reset();
    String answer = withoutToken("OPTIONS *");
    assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
    assertEquals("kr", around.upstream().records().getLast().at("/actor/user/org/uid").asText());
  }

  @Test
  void row_26_forged_headers_about_the_client_change_nothing() {
    Response answer =
        korea
            .request()
            .header("X-Forwarded-Client-Cert", "Hash=1;URI=urn:entente:client:eu:eu-feed")
            .header("Client-Cert", ":AAAA:")
            .header("Forwarded", "for=192.0.2.1;proto=http")
            .header("X-Forwarded-For", "192.0.2.1")
            .header("Entente-Caller", "eyJwYXJ0bmVyIjoiZXUifQ")
            .get("/taxii2/exchange/collections/");
    assertEquals(200, answer.statusCode());
    String caller = around.upstream().arrived().getFirst().header("Entente-Caller");
    var json = new String(Base64.getUrlDecoder().decode(caller), StandardCharsets.UTF_8);
    assertTrue(json.contains("\"partner\":\"kr\"") && json.contains("\"ip\":\"127.0.0.1\""), json);
  }

  @Test
  void a_connection_lives_on_after_a_refusal_of_a_request_that_has_ended() {
    String refused = "GET /taxii2/ HTTP/1.1\r\nHost: a\r\n\r\n";
    String last = refused.replace("Host: a", "Host: a\r\nConnection: close");
    String answer = Visitor.raw(korea.own(), around, refused + last);
    assertEquals(2, answer.split("HTTP/1.1 401 ", -1).length - 1, answer);
  }

  @Test
  void over_http_2_it_is_the_same() throws Exception {
    try (var client =
        HttpClient.newBuilder()
            .sslContext(Tls.of(korea.own(), around.pki().exchangeAnchor()))
            .version(HttpClient.Version.HTTP_2)
            .build()) {
      HttpResponse<String> let = client.send(over2("/taxii2/").build(), BodyHandlers.ofString());
      assertEquals("HTTP_2 200", let.version() + " " + let.statusCode());
      HttpRequest stranger =
          HttpRequest.newBuilder(URI.create("https://localhost:" + around.port() + "/x")).build();
      HttpResponse<String> refused = client.send(stranger, BodyHandlers.ofString());
      assertEquals("HTTP_2 401", refused.version() + " " + refused.statusCode());
      assertEquals("AUTH_NO_TOKEN", lastCode());
      var tooLarge =
          over2(Submitting.OBJECTS)
              .header("Accept", Visit.TAXII)
              .header("Content-Type", Visit.TAXII)
              .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[LIMIT + 1]))
              .build();
      assertEquals(413, client.send(tooLarge, BodyHandlers.ofString()).statusCode());
      assertEquals("LIMIT_BODY", lastCode());
    }
  }

  private HttpRequest.Builder over2(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + around.port() + path))
        .header("Authorization", "Bearer " + korea.token());
  }

  @Test
  void row_30_an_identity_provider_that_is_away_is_a_503_until_it_is_back() {
    var own = around.pki().party(Surroundings.LATE).client("jp-feed");
    var realm = around.lateIssuer().realm(Surroundings.LATE);
    var late = new Visit(around, own, realm.sign(realm.token("jp-feed", own.credential())));
    for (int attempt = 0; attempt < 3; attempt++) {
      JsonNode record = refusals.of(() -> late.get("/taxii2/"), 503, "DEP_UNAVAILABLE");
      assertEquals("jp", record.at("/actor/user/org/uid").asText());
    }
    around.lateIssuer().outOfOrder(false);
    assertEquals(200, late.get("/taxii2/").statusCode());
  }

  private String posting(String moreHeaders, String body) {
    return korea.raw(
        "POST " + Submitting.OBJECTS + " HTTP/1.1",
        "Accept: " + Visit.TAXII + "\r\nContent-Type: " + Visit.TAXII + "\r\n" + moreHeaders,
        body);
  }

  private String withoutToken(String start) {
    String request = start + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    return Visitor.raw(korea.own(), around, request);
  }

  private String lastCode() {
    return around.upstream().records().getLast().at("/status_detail").asText();
  }

  private void greet(SSLContext context, String protocol) throws IOException {
    try (var socket =
        (SSLSocket) context.getSocketFactory().createSocket("localhost", around.port())) {
      socket.setEnabledProtocols(new String[] {protocol});
      socket.setSoTimeout(10_000);
      // Nothing is sent: who sends while the door closes may be told of a reset instead.
      socket.startHandshake();
      socket.getInputStream().read(); // The alert to a missing certificate comes with the answer.
    }
  }
}
