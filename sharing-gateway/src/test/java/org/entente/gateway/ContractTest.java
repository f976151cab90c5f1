package org.entente.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.gateway.exchange.AroundTheGateway;
import org.junit.jupiter.api.Test;

/** Text that others test against does not change unnoticed. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the field before each test.
class ContractTest {

  @TestHTTPResource(management = true)
  URI management;

  @Test
  void the_committed_document_is_the_one_that_is_served() throws IOException {
    String served =
        RestAssured.get(management.resolve("/q/openapi"))
            .then()
            .statusCode(200)
            .extract()
            .asString();
    Files.writeString(Path.of("target", "openapi.yaml"), served);

    assertEquals(
        Files.readString(Path.of("contract", "openapi.yaml")),
        served,
        "if the change is meant, copy target/openapi.yaml to contract/openapi.yaml");
  }
}
