package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// P4: a store that does not answer loses nothing, and every step can be repeated.
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class StoreOutageTest extends ServiceTest {
  @Inject DataSource database;

  private final String id = Stix.id("indicator");
  private final byte[] body = Stix.envelope(Stix.indicator(id)).getBytes(StandardCharsets.UTF_8);
  private final Manifest manifest = Manifest.fresh();

  @Test
  void a_read_that_hangs_is_refused_and_recorded() throws SQLException {
    withLocked("release", () -> assertUnavailable(gateway().objects("eu", KR_TO_EU, Map.of())));

    assertEquals("STORE_UNAVAILABLE", log().records().getLast().path("status_detail").asText());
    assertEquals(27, log().records().getLast().path("disposition_id").asInt());
  }

  @Test
  void a_submission_that_hangs_at_any_table_goes_on_with_a_retry() throws SQLException {
    for (String table : new String[] {"submission", "collection", "stix_owner", "release"}) {
      withLocked(table, () -> assertUnavailable(submit()));
    }

    submit().then().statusCode(202).body("success_count", equalTo(1));
    gateway().object("eu", KR_TO_EU, id).then().statusCode(200);
  }

  private Response submit() {
    return gateway().submit("kr", KR_TO_EU, manifest, body);
  }

  private void withLocked(String table, Runnable work) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
      work.run();
      connection.rollback();
    }
  }

  private static void assertUnavailable(Response answer) {
    answer
        .then()
        .statusCode(503)
        .header("Retry-After", "2")
        .body("code", equalTo("STORE_UNAVAILABLE"));
  }
}
