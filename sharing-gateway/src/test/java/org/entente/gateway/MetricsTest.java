package org.entente.gateway;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Visit;
import org.entente.gateway.limit.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators are told is what they find. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects.
class MetricsTest {

  private static final String OWN = "gateway_";
  private static final String RIGHTS = "/taxii2/exchange/rights/";

  Surroundings around;
  @Inject Limits limits;

  @TestHTTPResource(management = true)
  URI management;

  @BeforeEach
  void fresh() {
    around.upstream().reset();
  }

  @Test
  void the_table_has_each_metric_and_no_other() throws IOException {
    // Given
    Visit.by(around, "eu").get(RIGHTS);
    limits.noTurn("eu", "indicator-calls");
    until(() -> scrape().contains("gateway_request_seconds_count"));

    // When
    var scraped = Scraped.of(scrape(), OWN);

    // Then
    assertEquals(Scraped.promised().byName(), scraped.byName());
  }

  @Test
  void how_a_request_ended_is_counted_under_its_operation() {
    // Given
    double answered = count("rights.get", "answered");
    double refused = count("rights.get", "refused");

    // When
    Visit.by(around, "eu").get(RIGHTS);
    new Visit(around, Visit.by(around, "eu").own(), "no.token.atall").get(RIGHTS);

    // Then: what has been answered is counted a moment later.
    until(() -> count("rights.get", "answered") == answered + 1);
    until(() -> count("rights.get", "refused") == refused + 1);
  }

  @Test
  void nothing_a_client_sends_becomes_a_label() {
    // When
    Visit.by(around, "eu").get("/nothing/of/ours-fjord?secret=fjord");

    // Then
    assertFalse(scrape().contains("fjord"));
  }

  private static void until(BooleanSupplier so) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!so.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline);
      Thread.onSpinWait();
    }
  }

  private double count(String operation, String outcome) {
    var name =
        "gateway_request_seconds_count{operation=\""
            + operation
            + "\",outcome=\""
            + outcome
            + "\"}";
    return scrape()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .sum();
  }

  private String scrape() {
    // The format as Prometheus asks for it has a comma behind the last label.
    return given()
        .accept("text/plain")
        .get(management.resolve("/q/metrics"))
        .asString()
        .replace(",}", "}");
  }
}
