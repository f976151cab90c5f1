package org.entente.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** No audit, no data: while nothing can be recorded, nothing is answered but that. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
class OutageTest extends ServiceTest {

  @TestHTTPResource(management = true)
  URI management;

  @Test
  void while_the_log_cannot_be_written_nothing_is_appended_or_read() throws Exception {
    var sample = SampleRecord.fresh();
    try (var connection = exchange.postgres().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE entry IN EXCLUSIVE MODE");

      assertUnavailable(auditor().get("/v1/search"));
      assertUnavailable(auditor().get("/tile/entries/000.p/1"));
      assertUnavailable(client("kr", AUDITOR).request().get("/v1/search"));
      assertUnavailable(
          indicatorService()
              .request()
              .contentType("application/json")
              .body(sample.bytes())
              .post("/v1/entries"));
      connection.rollback();
    }
    assertEquals(0, recorded("idx IN (SELECT idx FROM idem WHERE uid = '" + sample.uid() + "')"));
  }

  private static void assertUnavailable(io.restassured.response.Response answer) {
    assertEquals(503, answer.statusCode(), answer.asString());
    assertEquals("LOG_UNAVAILABLE", answer.jsonPath().getString("code"));
    assertEquals("1", answer.header("Retry-After"));
  }

  @Test
  void operators_see_readiness_and_metrics_on_a_port_of_their_own() {
    appended(SampleRecord.fresh());

    given()
        .get(management.resolve("/q/health/ready"))
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'log' }.status", equalTo("UP"));
    given()
        .get(management.resolve("/q/metrics"))
        .then()
        .statusCode(200)
        .body(containsString("audit_sequence_seconds"))
        .body(containsString("audit_batch_size"))
        .body(containsString("audit_queue_depth"))
        .body(containsString("audit_integrated_size"));
  }
}
