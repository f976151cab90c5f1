package org.entente.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.entente.indicator.exchange.Exchange;
import org.entente.indicator.exchange.Gateway;
import org.junit.jupiter.api.Test;

/// The examples of the contract are what really goes over the wire.
@QuarkusTest
class ContractExamplesTest extends ServiceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void the_example_submission_has_the_example_status() throws IOException {
    Response answer =
        caller()
            .header("Submission-Manifest", text("manifest.jws"))
            .header("Entente-Submission", base64url("entente-submission.json"))
            .contentType(Gateway.TAXII)
            .body(Files.readAllBytes(example("envelope.json")))
            .post("/v1/collections/" + Exchange.KR_TO_EU + "/submissions");

    JsonNode status = JSON.readTree(answer.asByteArray());
    assertEquals(withoutAccidents(JSON.readTree(text("status.json"))), withoutAccidents(status));
  }

  @Test
  void the_example_problem_is_a_problem() throws IOException {
    Response answer = caller().get("/v1/collections/" + UUID.randomUUID());

    assertEquals(JSON.readTree(text("problem.json")), JSON.readTree(answer.asByteArray()));
  }

  /// The id and the times are the exchange's own.
  private static JsonNode withoutAccidents(JsonNode status) {
    ObjectNode object = (ObjectNode) status;
    object.remove("id");
    object.remove("request_timestamp");
    ((ObjectNode) object.path("successes").path(0)).remove("version");
    return object;
  }

  private RequestSpecification caller() throws IOException {
    return gateway().request().header("Entente-Caller", base64url("entente-caller.json"));
  }

  private static String base64url(String name) throws IOException {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Files.readAllBytes(example(name)));
  }

  private static String text(String name) throws IOException {
    return Files.readString(example(name));
  }

  private static Path example(String name) {
    return Path.of("contract", "examples", name);
  }
}
