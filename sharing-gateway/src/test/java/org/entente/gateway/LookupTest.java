package org.entente.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Refusals;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Upstream;
import org.entente.gateway.exchange.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Look-up at the door: who may ask, in which form, and what the log does not hold. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects; fresh() sets the rest.
class LookupTest {

  private static final String LOOKUP = "/taxii2/exchange/lookup/";
  private static final String LINES = "application/x-ndjson";
  private static final String WALLET = "0x098b716b8aaf21512996dc57eb0615e2383e2f96";

  Surroundings around;

  private Visit korea;
  private Refusals refusals;

  @BeforeEach
  void fresh() {
    around.upstream().reset();
    around.upstream().replies(new Upstream.Reply(200, Map.of("Content-Type", LINES), "{}\n"));
    refusals = new Refusals(around.upstream());
    korea = Visit.by(around, "kr");
  }

  @Test
  void one_value_goes_in_as_it_was_asked() {
    Response answer = korea.get(LOOKUP + "?value=" + WALLET + "&include=expired");

    assertEquals(200, answer.statusCode());
    assertEquals(LINES, answer.header("Content-Type"));
    assertEquals("no-store", answer.header("Cache-Control"));
    assertEquals("7;bGVhZg", answer.header("Audit-Receipt"));
    String uri = around.upstream().arrived().getFirst().uri();
    assertTrue(uri.startsWith("/v1/lookup?"), uri);
    assertTrue(uri.contains("value=" + WALLET) && uri.contains("include=expired"), uri);
  }

  @Test
  void many_values_go_in_byte_for_byte_and_with_their_form() {
    byte[] lines = (WALLET + "\n").getBytes(StandardCharsets.US_ASCII);
    for (String form : List.of(LINES, "application/json", "text/plain; charset=utf-8")) {
      around.upstream().reset();
      around.upstream().replies(new Upstream.Reply(200, Map.of("Content-Type", LINES), "{}\n"));

      Response answer = korea.request().contentType(form).body(lines).post(LOOKUP);

      assertEquals(200, answer.statusCode(), answer.asString());
      var arrived = around.upstream().arrived().getFirst();
      assertEquals(WALLET + "\n", arrived.body());
      assertTrue(form.startsWith(arrived.header("Content-Type")), form);
    }
  }

  @Test
  void another_form_is_refused() {
    refusals.of(
        () -> korea.request().contentType("application/xml").body("<a/>").post(LOOKUP),
        415,
        "HTTP_MEDIA_TYPE");
  }

  @Test
  void too_much_at_once_is_refused() {
    byte[] tooMuch = new byte[4 * 1024 * 1024 + 1];
    refusals.of(
        () -> korea.request().contentType(LINES).body(tooMuch).post(LOOKUP), 413, "LIMIT_BODY");
  }

  @Test
  void a_refused_question_is_recorded_without_its_value() {
    around.upstream().indicatorsDown();

    assertEquals(503, korea.get(LOOKUP + "?value=" + WALLET).statusCode());

    var record = around.upstream().records().getLast();
    assertEquals("lookup", record.at("/api/operation").asText());
    assertFalse(record.toString().contains(WALLET), record.toString());
  }
}
