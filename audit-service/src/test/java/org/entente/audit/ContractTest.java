package org.entente.audit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Text that others test against does not change unnoticed. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
class ContractTest extends ServiceTest {

  @TestHTTPResource(management = true)
  URI management;

  @Test
  void the_committed_document_is_the_one_that_is_served() throws IOException {
    var served = given().get(management.resolve("/q/openapi")).then().statusCode(200).extract();
    var committed = Path.of("contract", "openapi.yaml");
    Files.writeString(Path.of("target", "openapi.yaml"), served.asString());

    assertEquals(
        Files.readString(committed),
        served.asString(),
        "if the change is meant, copy target/openapi.yaml to contract/openapi.yaml");
  }
}
