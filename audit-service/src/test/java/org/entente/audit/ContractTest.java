package org.entente.audit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Text that others test against does not change unnoticed. */
@QuarkusTest
class ContractTest extends ServiceTest {

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
