package org.entente.gateway.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.function.Supplier;

/** What must be true of every refusal at the door. */
public final class Refusals {

  private final Upstream log;

  /** Looks into this log. */
  public Refusals(Upstream log) {
    this.log = log;
  }

  /**
   * The request is refused with this status and code and found in the log with the same; and when
   * the log is down, the same request is answered 503 and nothing else.
   *
   * @return the record
   */
  public JsonNode of(Supplier<Response> request, int status, String code) {
    log.reset();
    Response answer = request.get();
    answered(answer, status, code);
    assertEquals(1, log.records().size(), () -> "records of " + code);
    JsonNode record = log.records().getFirst();
    assertEquals(code, record.at("/status_detail").asText(), record::toString);
    assertEquals(status < 500 ? 2 : 1, record.at("/action_id").asInt(), record::toString);
    assertEquals(status, record.at("/http_response/code").asInt(), record::toString);
    assertEquals(
        answer.body().asByteArray().length, record.at("/http_response/body_length").asInt());
    log.auditDown();
    answered(request.get(), 503, "AUDIT_UNAVAILABLE");
    log.reset();
    return record;
  }

  private static void answered(Response answer, int status, String code) {
    String type = answer.header("Content-Type");
    assertTrue(
        type.equals(Visit.TAXII) || type.equals("application/problem+json"),
        () -> answer.statusCode() + " " + type + " " + answer.asString());
    boolean taxii = type.equals(Visit.TAXII);
    assertEquals(
        status + " " + code,
        answer.statusCode() + " " + answer.path(taxii ? "error_code" : "code"),
        answer::asString);
    if (taxii) {
      assertEquals(Integer.toString(status), answer.path("http_status"));
    }
    if (status == 503) {
      assertEquals("5", answer.header("Retry-After"));
    }
  }
}
