package org.entente.indicator;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.entente.indicator.exchange.Exchange;
import org.entente.indicator.exchange.InMemoryAuditService.Mood;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// What operators are told is what they find.
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class MetricsTest extends ServiceTest {
  private static final String OWN = "indicator_";

  @TestHTTPResource(management = true)
  URI management;

  @Test
  void the_table_has_each_metric_and_no_other() throws IOException {
    // Given
    submit();
    gateway().objects("eu", Exchange.KR_TO_EU, Map.of("limit", "1"));

    // When
    var scraped = Scraped.of(scrape(), OWN);

    // Then
    assertEquals(Scraped.promised().byName(), scraped.byName());
  }

  @Test
  void submissions_and_their_objects_are_counted() {
    // Given
    double submissions = value("submissions_total{partner=\"kr\",reception=\"fresh\"}");
    double objects = value("objects_total{outcome=\"success\"}");
    double admitted = value("step_seconds_count{step=\"admit\"}");

    // When
    submit();

    // Then
    assertEquals(submissions + 1, value("submissions_total{partner=\"kr\",reception=\"fresh\"}"));
    assertEquals(objects + 1, value("objects_total{outcome=\"success\"}"));
    assertEquals(admitted + 1, value("step_seconds_count{step=\"admit\"}"));
  }

  @Test
  void an_answer_that_is_withheld_for_want_of_a_record_is_counted() {
    // Given
    double before = value("refusals_total{code=\"AUDIT_UNAVAILABLE\"}");
    log().be(Mood.DOWN);

    // When
    gateway().objects("eu", Exchange.KR_TO_EU, Map.of()).then().statusCode(503);

    // Then
    assertEquals(before + 1, value("refusals_total{code=\"AUDIT_UNAVAILABLE\"}"));
  }

  @Test
  void no_object_and_no_query_becomes_a_label() {
    // Given
    String id = Stix.id("indicator");

    // When
    gateway().object("eu", Exchange.KR_TO_EU, id).then().statusCode(404);
    gateway().objects("eu", Exchange.KR_TO_EU, Map.of("match[id]", id));

    // Then
    assertFalse(scrape().contains(id));
    assertTrue(value("refusals_total{code=\"OBJECT_UNKNOWN\"}") >= 1);
  }

  private void submit() {
    gateway()
        .submit("kr", Exchange.KR_TO_EU, Stix.envelope(Stix.indicator(Stix.id("indicator"))))
        .then()
        .statusCode(202);
  }

  private double value(String name) {
    return scrape()
        .lines()
        .filter(line -> line.startsWith(OWN + name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
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
