package org.entente.audit;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody expected is on record as well, and its reason stays here. */
@QuarkusTest
class FailureTest extends ServiceTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/failing/door, log.failing",
    "/v1/failing/act, review.failing",
    "/v1/failing/open, http.unknown"
  })
  void a_failure_is_recorded_and_told_without_its_reason(String path, String operation) {
    var failed =
        "operation = '%s' AND code = 'REQUEST_FAILED' AND outcome = 'error' AND actor = '%s'"
            .formatted(operation, AUDITOR);
    var before = recorded(failed);

    auditor()
        .get(path)
        .then()
        .statusCode(500)
        .contentType("application/problem+json")
        .body("code", equalTo("REQUEST_FAILED"))
        .body(not(containsString(FailingResource.REASON)))
        .body(not(containsString("Exception")));

    assertEquals(before + 1, recorded(failed));
  }
}
