package org.entente.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.entente.pki.Pki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches nothing here is a problem too, and recorded before it is answered. */
@QuarkusTest
class StrayTest extends ServiceTest {

  private static final String RECORD =
      "operation = 'http.unknown' AND outcome = 'denied' AND actor = 'indicator-service'";

  @Test
  void no_such_path_method_or_media_type() {
    var before = recorded(RECORD);

    assertStray(request().get("/v2"), 404, "PATH_UNKNOWN");
    assertStray(request().delete("/v1/entries"), 405, "METHOD_UNKNOWN");
    assertStray(request().accept("image/png").get("/checkpoint"), 406, "NOT_ACCEPTABLE");
    assertStray(
        request().contentType("text/csv").body("a").post("/v1/entries"), 415, "MEDIA_TYPE_UNKNOWN");

    assertEquals(before + 4, recorded(RECORD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/entries", "/v1/search", "/checkpoint", "/tile/entries/000"})
  void options_is_a_method_like_any_other_that_a_path_does_not_have(String path) {
    var record = RECORD + " AND position('\"OPTIONS\"' in encode(body, 'escape')) > 0";
    var before = recorded(record);

    assertStray(request().options(path), 405, "METHOD_UNKNOWN");

    assertEquals(before + 1, recorded(record));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS *", "CONNECT localhost:1"})
  void what_has_no_path_to_route_by(String line) throws Exception {
    var before = recorded(RECORD);

    var answer = raw(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
    assertTrue(answer.contains("\"code\":\"PATH_UNKNOWN\""), answer);
    assertEquals(before + 1, recorded(RECORD));
  }

  /** Sends this as it is; clients would not. */
  private String raw(String request) throws IOException, GeneralSecurityException {
    var tls = Tls.context(exchange, exchange.pki().service(Pki.INDICATOR_SERVICE));
    try (var socket = tls.getSocketFactory().createSocket("localhost", service.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private RequestSpecification request() {
    return indicatorService().request();
  }

  private static void assertStray(Response answer, int status, String code) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }
}
