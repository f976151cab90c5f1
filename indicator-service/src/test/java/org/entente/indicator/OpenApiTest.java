package org.entente.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The contract changes only when somebody means it: run with `-Dcontract.write=true`, and commit.
@QuarkusTest
class OpenApiTest extends ServiceTest {
  private static final Path COMMITTED = Path.of("contract", "openapi.yaml");

  @TestHTTPResource(value = "/openapi", management = true)
  @SuppressWarnings("NullAway.Init") // Quarkus fills it
  URI document;

  @Test
  void what_is_served_is_what_is_committed() throws IOException {
    String served = RestAssured.get(document).then().statusCode(200).extract().asString();
    if (Boolean.getBoolean("contract.write")) {
      Files.writeString(COMMITTED, served);
    }

    assertEquals(Files.readString(COMMITTED), served);
  }
}
