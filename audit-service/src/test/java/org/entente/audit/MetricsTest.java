package org.entente.audit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What operators are told is what they find. */
@QuarkusTest
class MetricsTest extends ServiceTest {

  private static final String OWN = "audit_";

  @Test
  void the_table_has_each_metric_and_no_other() throws IOException {
    // When
    var scraped = Scraped.of(scrape(), OWN);

    // Then
    assertEquals(Scraped.promised().byName(), scraped.byName());
  }

  @Test
  void the_replica_that_leads_says_so() {
    // Given
    appended(SampleRecord.fresh());

    // Then
    assertEquals(1, metric("audit_sequencer_state{state=\"leading\"}"));
    assertEquals(0, metric("audit_sequencer_state{state=\"refusing\"}"));
  }

  @Test
  void appends_and_refusals_are_counted() {
    // Given
    var durable = metric("audit_append_seconds_count{outcome=\"durable\"}");
    var unknown = metric("audit_refusals_total{code=\"PATH_UNKNOWN\"}");

    // When
    appended(SampleRecord.fresh());
    indicatorService().request().get("/nothing/of/ours-fjord?secret=fjord").then().statusCode(404);

    // Then
    assertEquals(durable + 1, metric("audit_append_seconds_count{outcome=\"durable\"}"));
    assertEquals(unknown + 1, metric("audit_refusals_total{code=\"PATH_UNKNOWN\"}"));
    assertFalse(scrape().contains("fjord"));
  }

  private String scrape() {
    return given().accept("text/plain").get(management.resolve("/q/metrics")).asString();
  }
}
