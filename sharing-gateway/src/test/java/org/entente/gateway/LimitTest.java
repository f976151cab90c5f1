package org.entente.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Draft;
import org.entente.gateway.exchange.Refusals;
import org.entente.gateway.exchange.Submitting;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row 25 of the hostile-input table: too much of everything. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects; fresh() sets the rest.
class LimitTest {

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
  void row_25_a_body_over_the_limit_is_refused_announced_or_not() {
    String body = " ".repeat(LIMIT + 1);
    refusals.of(() -> Submitting.plain(korea, "x", body), 413, "LIMIT_BODY");
    String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
    String answer = posting("Transfer-Encoding: chunked\r\n", chunk);
    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    assertTrue(answer.contains("\"error_code\":\"LIMIT_BODY\""), answer);
    assertEquals("LIMIT_BODY", lastCode());
  }

  @Test
  void row_25_a_client_that_waits_is_refused_before_it_sends_eleven_megabytes() {
    String answer = posting("Expect: 100-continue\r\nContent-Length: 11534336\r\n", "");
    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    assertEquals("LIMIT_BODY", lastCode());
  }

  @Test
  void a_client_that_waits_is_told_to_go_on() {
    String manifest = Draft.of(around, "kr", Submitting.ENVELOPE).signed(around, "kr");
    String answer =
        posting(
            "Expect: 100-continue\r\nSubmission-Manifest: "
                + manifest
                + "\r\nContent-Length: "
                + Submitting.ENVELOPE.length()
                + "\r\n",
            Submitting.ENVELOPE);
    assertTrue(answer.startsWith("HTTP/1.1 100 Continue"), answer);
    assertTrue(answer.contains("HTTP/1.1 202 "), answer);
  }

  @Test
  void a_body_of_exactly_the_limit_is_not_too_large() {
    Response answer = Submitting.plain(korea, "x", " ".repeat(LIMIT));
    assertEquals("SIG_MALFORMED", answer.path("error_code"));
  }

  @Test
  void row_25_too_many_bytes_of_headers_are_refused() {
    refusals.of(
        () -> korea.request().header("X-Long", "x".repeat(21 * 1024)).get("/taxii2/"),
        431,
        "LIMIT_HEADERS");
  }

  @Test
  void row_25_an_encoded_body_is_refused_unread() {
    refusals.of(
        () ->
            korea
                .request()
                .header("Accept", Visit.TAXII)
                .header("Content-Type", Visit.TAXII)
                .header("Content-Encoding", "gzip")
                .body(new byte[] {31, -117})
                .post(Submitting.OBJECTS),
        415,
        "LIMIT_ENCODING");
  }

  private String posting(String moreHeaders, String body) {
    return korea.raw(
        "POST " + Submitting.OBJECTS + " HTTP/1.1",
        "Accept: " + Visit.TAXII + "\r\nContent-Type: " + Visit.TAXII + "\r\n" + moreHeaders,
        body);
  }

  private String lastCode() {
    return around.upstream().records().getLast().at("/status_detail").asText();
  }
}
