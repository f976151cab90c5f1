package org.entente.audit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changes when the parties agree on something else while the service runs. */
@QuarkusTest
class AgreementTest extends ServiceTest {

  private static final String CHANGES = "operation = 'log.policyChange'";

  @AfterEach
  void as_it_was() {
    exchange.agreed().write(exchange.agreed().usual());
    until("the usual agreement", () -> asks("us") == 200 && isTold());
  }

  @Test
  void a_party_that_is_taken_out_is_out_and_one_that_is_added_is_in() {
    // Given
    assertEquals(200, asks("us"));

    // When
    exchange.agreed().write(without("us"));

    // Then
    until("it is out", () -> !isIn("us"));
    // An alert, or a reset where the request was still being sent.
    var ended = assertThrows(IOException.class, () -> auditorOf("us").get("/v1/search"));
    assertFalse(ended instanceof ConnectException, ended::toString);
    assertEquals(200, asks("kr"));
    exchange.agreed().write(exchange.agreed().usual());
    until("and in again", () -> isIn("us") && asks("us") == 200);
  }

  @Test
  void each_change_is_an_entry_that_all_parties_read() {
    // Given
    until("what was before is told", this::isTold);
    var before = recorded(CHANGES);

    // When
    exchange.agreed().write("title: Renamed\n" + exchange.agreed().usual());

    // Then
    until("told", () -> recorded(CHANGES) == before + 1 && isTold());
    var readers =
        "SELECT count(*) FROM entry_reader WHERE idx = (SELECT max(idx) FROM entry WHERE "
            + CHANGES
            + ")";
    assertEquals(4, number(readers));
  }

  @Test
  void a_faulty_file_changes_nothing_and_is_told_to_operators() {
    // Given
    until("what was before is told", this::isTold);
    var before = recorded(CHANGES);

    // When
    exchange.agreed().write(exchange.agreed().usual().replace("producer: kr", "producer: xx"));

    // Then
    until("told", () -> standing().contains("xx is no party; there are kr, eu, us, jp"));
    assertEquals(200, asks("kr"));
    assertEquals(before, recorded(CHANGES));
    exchange.agreed().write(exchange.agreed().usual());
    until("told that it is over", () -> !standing().contains("is no party"));
  }

  /** Whether the newest record of a change is of what is in force. */
  private boolean isTold() {
    return recorded(
            CHANGES
                + " AND idx = (SELECT max(idx) FROM entry WHERE "
                + CHANGES
                + ") AND position('"
                + digest()
                + "' IN convert_from(body, 'UTF8')) > 0")
        == 1;
  }

  private String digest() {
    return given()
        .get(management.resolve("/q/health/ready"))
        .jsonPath()
        .getString("checks.find { it.name == 'exchange file' }.data.digest");
  }

  private String without(String party) {
    return exchange
        .agreed()
        .usual()
        .replaceFirst("(?s)  " + party + ":.*?(?=  jp:)", "")
        .replace(", " + party + "]", "]");
  }

  private int asks(String party) {
    return auditorOf(party).get("/v1/search").statusCode();
  }

  /** TLS lets its certificates in, or does not. */
  private boolean isIn(String party) {
    try {
      return asks(party) > 0;
    } catch (Exception e) { // REST Assured throws what it does not declare.
      return false;
    }
  }

  private String standing() {
    return given().get(management.resolve("/q/health/ready")).asString();
  }

  private static void until(String what, BooleanSupplier so) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!so.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(deadline), what);
      Thread.onSpinWait();
    }
  }
}
