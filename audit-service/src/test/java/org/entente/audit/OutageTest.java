package org.entente.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.entente.audit.sequencer.Await;
import org.junit.jupiter.api.Test;

/** No audit, no data: while nothing can be recorded, nothing is answered but that. */
@QuarkusTest
class OutageTest extends ServiceTest {

  @Test
  void while_the_log_cannot_be_written_nothing_is_appended_or_read() throws Exception {
    var sample = SampleRecord.fresh();
    try (var connection = exchange.postgres().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE entry IN EXCLUSIVE MODE");

      assertUnavailable(auditor().get("/v1/search"));
      assertUnavailable(auditor().get("/tile/entries/000.p/1"));
      assertUnavailable(auditor().post("/v1/exports"));
      assertUnavailable(client("kr", AUDITOR).request().get("/v1/search"));
      assertUnavailable(client("kr", AUDITOR).request().get("/no/such/path"));
      assertUnavailable(append(sample));
      connection.rollback();
    }
    assertAppendedOnce(sample);
  }

  @Test
  void while_another_replica_leads_this_one_is_not_ready_and_takes_over_afterwards()
      throws Exception {
    appended(SampleRecord.fresh());
    try (var other = exchange.postgres().getPostgresDatabase().getConnection()) {
      takeLock(other);
      awaitReadiness(503);

      assertUnavailable(append(SampleRecord.fresh()));
      assertUnavailable(auditor().get("/v1/search"));
      assertEquals(
          200, client("kr", AUDITOR).request().get("/checkpoint").statusCode(), "it only reads");
    }
    awaitReadiness(200);
    appended(SampleRecord.fresh());
  }

  /** As a second replica would, once the first one's session is dead; the first may be quicker. */
  private static void takeLock(Connection other) throws SQLException {
    var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    try (var statement = other.createStatement()) {
      for (var taken = false; !taken; ) {
        assertTrue(System.nanoTime() < end, "the first replica always won");
        statement.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks"
                + " WHERE locktype = 'advisory' AND granted");
        try (var row = statement.executeQuery("SELECT pg_try_advisory_lock(19543219590034533)")) {
          taken = row.next() && row.getBoolean(1);
        }
      }
    }
  }

  private void awaitReadiness(int status) throws InterruptedException {
    var ready = management.resolve("/q/health/ready");
    Await.until(() -> given().get(ready).statusCode() == status);
  }

  private Response append(SampleRecord sample) {
    return indicatorService()
        .request()
        .contentType("application/json")
        .body(sample.bytes())
        .post("/v1/entries");
  }

  /** Whether the first try came through is open; the retry settles it. */
  private void assertAppendedOnce(SampleRecord sample) {
    var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    var answer = append(sample);
    while (answer.statusCode() == 503 && System.nanoTime() < end) {
      answer = append(sample);
    }
    assertTrue(List.of(200, 201).contains(answer.statusCode()), answer.asString());
    assertEquals(1, recorded("idx = " + answer.jsonPath().getLong("index")));
    assertEquals(1, recorded("body = '" + sample.leaf() + "'"));
  }

  private static void assertUnavailable(Response answer) {
    assertEquals(503, answer.statusCode(), answer.asString());
    assertEquals("LOG_UNAVAILABLE", answer.jsonPath().getString("code"));
    assertEquals("1", answer.header("Retry-After"));
    assertEquals("close", answer.header("Connection"), "so that the next one finds a replica");
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
