package org.entente.indicator.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.entente.indicator.exchange.Gateway;
import org.entente.indicator.exchange.Stix;

/// Submits and looks up through the gateway.
record Asking(Gateway gateway) {
  private static final String LINES = "application/x-ndjson";

  String submit(String producer, String collection, String object) {
    Response status = gateway.submit(producer, collection, Stix.envelope(object));
    assertEquals(202, status.statusCode(), status.asString());
    assertEquals(Integer.valueOf(1), status.path("success_count"), status.asString());
    return status.path("successes[0].id");
  }

  JsonNode one(String partner, String value) {
    return one(partner, value, Map.of());
  }

  JsonNode one(String partner, String value, Map<String, String> options) {
    Response answer =
        gateway
            .caller(partner)
            .queryParam("value", value.replace(" ", "%20"))
            .queryParams(options)
            .get("/v1/lookup");
    assertEquals(200, answer.statusCode(), answer.asString());
    return json(answer.asString());
  }

  List<JsonNode> many(String partner, String lines) {
    Response answer = post(partner, lines, Map.of());
    assertEquals(200, answer.statusCode(), answer.asString());
    return answer.asString().lines().map(Asking::json).toList();
  }

  Response post(String partner, String lines, Map<String, String> options) {
    return gateway
        .caller(partner)
        .queryParams(options)
        .contentType(LINES)
        .body(lines.getBytes(StandardCharsets.UTF_8))
        .post("/v1/lookup");
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
