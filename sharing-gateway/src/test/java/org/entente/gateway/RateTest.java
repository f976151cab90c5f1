package org.entente.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Submitting;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Visit;
import org.entente.gateway.exchange.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that asks for more than was agreed, and what the log has of it. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects; fresh() sets the rest.
class RateTest {

  private static final String RIGHTS = "/taxii2/exchange/rights/";

  Surroundings around;
  @Inject MeterRegistry meters;

  private Visit hasty;

  @BeforeEach
  void fresh() {
    around.upstream().reset();
    hasty = Visit.by(around, "kr", Surroundings.HASTY);
  }

  /** Numbers come later than answers, and must not come during another test. */
  @AfterEach
  void everything_counted_is_recorded() {
    around.upstream().letGo();
    around.upstream().auditUp();
    until("each window closes", this::closed);
  }

  @Test
  void too_much_is_refused_for_so_long_and_others_come_in() {
    Response refused = untilRefused(hasty);

    assertEquals("RATE_LIMITED", refused.path("error_code"));
    assertEquals("429", refused.path("http_status"));
    assertEquals("1", refused.header("Retry-After"));
    assertEquals(200, Visit.by(around, "kr").get(RIGHTS).statusCode());
    assertEquals(200, Visit.by(around, "eu").get(RIGHTS).statusCode());
    assertTrue(limited("client-rate") >= 1);
  }

  @Test
  void a_flood_is_two_records_and_their_number_is_exact() {
    long refused =
        IntStream.range(0, 40).filter(_ -> hasty.get(RIGHTS).statusCode() == 429).count();

    until("each window closes", () -> !closings().isEmpty() && closed());
    long counted = closings().stream().mapToLong(r -> r.path("count").asLong()).sum();
    assertEquals(refused, counted);
    JsonNode first = openings().getFirst();
    JsonNode closing = closings().getFirst();
    assertEquals("rights.get", closing.at("/api/operation").asText());
    assertEquals("kr", closing.at("/actor/user/org/uid").asText());
    assertEquals(Surroundings.HASTY, closing.at("/actor/user/uid").asText());
    assertEquals(2, closing.at("/action_id").asInt());
    assertEquals(
        first.at("/metadata/correlation_uid").asText(),
        closing.at("/metadata/correlation_uid").asText());
    assertEquals(first.path("time").asLong(), closing.path("start_time").asLong());
    assertTrue(closing.path("end_time").asLong() >= closing.path("start_time").asLong());
  }

  @Test
  void nothing_is_refused_before_the_log_knows_that_it_is_counted() {
    untilRefused(hasty);
    until("the window closes", () -> !closings().isEmpty());
    around.upstream().reset();
    around.upstream().auditDown();
    double before = refusals("AUDIT_UNAVAILABLE");
    Response refused = hasty.get("/taxii2/exchange/status/1/");
    for (int i = 0; i < 20 && refused.statusCode() != 503; i++) {
      refused = hasty.get("/taxii2/exchange/status/1/");
    }
    assertEquals("AUDIT_UNAVAILABLE", refused.path("error_code"));
    assertEquals(before + 1, refusals("AUDIT_UNAVAILABLE"), "what is answered is counted");
    assertEquals(List.of(), around.upstream().records());
  }

  @Test
  void a_log_that_is_away_when_a_window_closes_gets_its_number_later() {
    untilRefused(hasty);
    around.upstream().auditDown();
    int before = around.upstream().appends();
    until("it was tried", () -> around.upstream().appends() > before);
    assertEquals(List.of(), closings());

    around.upstream().auditUp();

    until("it is recorded", () -> !closings().isEmpty());
    assertEquals(1, closings().size());
  }

  @Test
  void a_refusal_costs_more_than_a_request_and_a_bad_token_is_not_even_looked_at_then() {
    var refusedBefore = Visit.by(around, "kr", Surroundings.REFUSED);
    var bad = new Visit(around, refusedBefore.own(), "no.token.atall");

    assertEquals(401, bad.get(RIGHTS).statusCode());

    Response next = bad.get(RIGHTS);
    assertEquals(429, next.statusCode(), next::asString);
    assertTrue(Integer.parseInt(next.header("Retry-After")) > 1, next.header("Retry-After"));
    assertEquals(429, refusedBefore.get(RIGHTS).statusCode());
  }

  @Test
  void as_many_requests_at_once_as_the_agency_may_have() throws IOException {
    var crowded = Visit.by(around, "eu", Surroundings.CROWDED);
    try (Socket first = upload(crowded);
        Socket second = upload(crowded)) {
      assertEquals("HTTP/1.1 100", start(first));
      assertEquals("HTTP/1.1 100", start(second));

      Response third = crowded.get(RIGHTS);

      assertEquals(429, third.statusCode());
      assertTrue(limited("agency-requests") >= 1);
    }
    until("those are over", () -> crowded.get(RIGHTS).statusCode() == 200);
  }

  @Test
  void a_party_whose_calls_inside_hang_waits_for_its_turn_and_no_other_party_does() {
    around.upstream().indicatorsHold(Surroundings.CALLS);
    var korea = Visit.by(around, "kr");
    var hanging =
        IntStream.range(0, Surroundings.CALLS)
            .mapToObj(_ ->
                CompletableFuture.supplyAsync(() -> korea.get(RIGHTS), Thread::startVirtualThread))
            .toList();
    until("all hang", () -> around.upstream().arrived().size() == Surroundings.CALLS);

    Response more = korea.get(RIGHTS);
    Response other = Visit.by(around, "eu").get(RIGHTS);

    assertEquals(429, more.statusCode());
    assertEquals(200, other.statusCode());
    assertTrue(limited("indicator-calls") >= 1);
    around.upstream().letGo();
    hanging.forEach(each -> assertEquals(200, each.join().statusCode()));
    assertEquals(200, korea.get(RIGHTS).statusCode());
  }

  private static Socket upload(Visit visit) {
    return Visitor.begin(
        visit.own(),
        visit.around(),
        "POST "
            + Submitting.OBJECTS
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + visit.token()
            + "\r\nAccept: "
            + Visit.TAXII
            + "\r\nContent-Type: "
            + Visit.TAXII
            + "\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n");
  }

  private static String start(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(12), US_ASCII);
  }

  private boolean closed() {
    return openings().size() == closings().size();
  }

  private static Response untilRefused(Visit visit) {
    for (int i = 0; i < 200; i++) {
      Response answer = visit.get(RIGHTS);
      if (answer.statusCode() == 429) {
        return answer;
      }
    }
    throw new AssertionError("200 requests were served");
  }

  private List<JsonNode> openings() {
    return limitedRecords().filter(record -> !record.has("count")).toList();
  }

  private List<JsonNode> closings() {
    return limitedRecords().filter(record -> record.has("count")).toList();
  }

  private Stream<JsonNode> limitedRecords() {
    return around.upstream().records().stream()
        .filter(record -> record.path("status_detail").asText().equals("RATE_LIMITED"));
  }

  private double refusals(String code) {
    return meters.get("gateway.refusals").tag("code", code).counter().count();
  }

  private double limited(String limit) {
    return meters.get("gateway.limited").tag("limit", limit).counter().count();
  }

  private static void until(String what, BooleanSupplier so) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!so.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(deadline), what);
      Thread.onSpinWait();
    }
  }
}
