package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.KR_TO_ALL;
import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What changes when the parties agree on something else while the service runs.
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the field before each test
class AgreementTest extends ServiceTest {
  private static final String BASE = "/v1/collections/";

  @TestHTTPResource(management = true)
  URI management;

  @AfterEach
  void as_it_was() {
    agree(
        exchange.agreed().usual(),
        () -> reads("us", 404) && gateway().caller("au").get("/v1/rights").statusCode() == 200);
  }

  @Test
  void who_joins_an_audience_reads_what_is_released_from_then_on() {
    // Given
    String before = Stix.id("indicator");
    gateway().submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(before))).then().statusCode(202);
    gateway().caller("us").get(BASE + KR_TO_EU).then().statusCode(404);

    // When
    agree(
        exchange.agreed().usual().replace("audience: [eu]", "audience: [eu, us]"),
        () -> reads("us", 200));

    // Then
    String after = Stix.id("indicator");
    gateway().submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(after))).then().statusCode(202);
    gateway().object("us", KR_TO_EU, after).then().statusCode(200);
    gateway().object("us", KR_TO_EU, before).then().statusCode(404);
    gateway().object("eu", KR_TO_EU, before).then().statusCode(200);
  }

  @Test
  void who_leaves_an_audience_has_no_evidence_from_there_by_way_of_another_collection() {
    // Given
    String id = Stix.id("indicator");
    gateway().submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(id))).then().statusCode(202);
    String acts =
        "{\"acts\":[{\"act\":\"release\",\"object\":\"%s\",\"reason\":\"asked for\"}]}"
            .formatted(id);
    gateway().act("kr", KR_TO_ALL, Manifest.fresh(), acts).then().body("success_count", equalTo(1));
    String evidence = "/v1/evidence?collection=" + KR_TO_ALL + "&object=" + id;
    gateway().caller("eu").get(evidence).then().statusCode(200);

    // When
    agree(
        exchange.agreed().usual().replace("audience: [eu]", "audience: [us]"),
        () -> reads("us", 200));

    // Then
    gateway().object("eu", KR_TO_ALL, id).then().statusCode(200);
    gateway().caller("eu").get(evidence).then().statusCode(404);
  }

  @Test
  void a_party_that_is_taken_out_is_nobody() {
    // When
    String usual = exchange.agreed().usual();
    String without = usual.replaceFirst("(?s)  au:.*?(?=  jp:)", "");
    agree(without, () -> gateway().caller("au").get("/v1/rights").statusCode() == 403);

    // Then
    gateway().caller("au").get("/v1/rights").then().body("code", equalTo("CALLER_UNKNOWN"));
    gateway().caller("eu").get("/v1/rights").then().statusCode(200);
  }

  @Test
  void a_faulty_file_changes_nothing_and_is_told_to_operators() {
    // When
    exchange.agreed().write(exchange.agreed().usual().replace("producer: ca", "producer: xx"));

    // Then
    until("told", () -> standing().contains("xx is no party; there are kr, eu, us, au, jp, ca"));
    assertEquals(200, gateway().caller("eu").get(BASE + KR_TO_EU).statusCode());
    exchange.agreed().write(exchange.agreed().usual());
    until("told that it is over", () -> !standing().contains("is no party"));
  }

  /// No rule of the file can know to whom a collection belongs already.
  @Test
  void one_that_cannot_be_taken_changes_nothing_and_is_told_as_well() {
    // When
    exchange.agreed().write(exchange.agreed().usual().replace("producer: ca", "producer: us"));

    // Then
    until("told", () -> standing().contains("not taken, tried again at each look"));
    assertEquals(200, gateway().caller("eu").get(BASE + KR_TO_EU).statusCode());
    exchange.agreed().write(exchange.agreed().usual());
    until("told that it is over", () -> !standing().contains("not taken"));
  }

  @Test
  void after_one_that_could_not_be_taken_the_one_in_force_is_told_as_it_was_before() {
    // Given
    Queue<String> said = new ConcurrentLinkedQueue<>();
    Logger log = Logger.getLogger("org.entente.indicator.agreement.CurrentAgreement");
    Handler handler = handler(said);
    log.addHandler(handler);
    exchange.agreed().write(exchange.agreed().usual().replace("producer: ca", "producer: us"));
    until("told", () -> has(said, "exchange file not taken"));

    // When
    exchange.agreed().write(exchange.agreed().usual());

    // Then
    until("told that it is over", () -> has(said, "exchange file as before"));
    log.removeHandler(handler);
    assertFalse(has(said, "exchange file changed"), said::toString);
  }

  private static boolean has(Queue<String> said, String begin) {
    return said.stream().anyMatch(line -> line.startsWith(begin));
  }

  private static Handler handler(Queue<String> said) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        said.add(line.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private boolean reads(String partner, int status) {
    return gateway().caller(partner).get(BASE + KR_TO_EU).statusCode() == status;
  }

  private void agree(String text, BooleanSupplier inForce) {
    exchange.agreed().write(text);
    until("the agreement is in force", inForce);
  }

  private String standing() {
    return RestAssured.get(management.resolve("/q/health/ready")).asString();
  }

  private static void until(String what, BooleanSupplier so) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!so.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(deadline), what);
      Thread.onSpinWait();
    }
  }
}
