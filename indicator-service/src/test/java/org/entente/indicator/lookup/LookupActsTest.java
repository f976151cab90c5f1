package org.entente.indicator.lookup;

import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.entente.indicator.ServiceTest;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// A look-up follows what a producer releases later, takes back and releases again.
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills it
class LookupActsTest extends ServiceTest {
  private final String address = Wallets.fresh();
  private final String id = Stix.id("indicator");

  @Inject DataSource source;

  @Test
  void what_is_released_later_is_found_and_what_is_taken_back_is_not() throws SQLException {
    String object = Wallets.version(id, "2026-11-01T00:00:00.000Z", address, Stix.GREEN);
    byte[] body = Stix.envelope(object).getBytes(StandardCharsets.UTF_8);
    gateway()
        .submit("kr", KR_TO_EU, Manifest.claiming("\"rel\":[\"urn:entente:partner:us\"]"), body)
        .then()
        .statusCode(202);
    JsonNode before = known();
    assertEquals(0, before.size());

    act("\"release\"", ",\"to\":[\"urn:entente:partner:eu\"]");
    assertEquals(id, known().at("/0/id").asText());

    assertTrue(indexed());

    act("\"withdraw\"", "");
    assertEquals(before, known());
    assertFalse(indexed());

    act("\"release\"", ",\"to\":[\"urn:entente:partner:eu\"]");
    assertEquals(1, known().size());
    assertTrue(known().at("/0/date_added").asText().compareTo("2026") > 0);
  }

  private void act(String kind, String more) {
    String act =
        "{\"acts\":[{\"act\":%s,\"object\":\"%s\",\"reason\":\"asked for\"%s}]}"
            .formatted(kind, id, more);
    var status = gateway().act("kr", KR_TO_EU, Manifest.fresh(), act);
    assertEquals(Integer.valueOf(1), status.path("success_count"), status.asString());
  }

  private boolean indexed() throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT 1 FROM lookup_key WHERE digest = ?")) {
      statement.setObject(1, KeyDigest.of("eu", "eip155:0:" + address));
      return statement.executeQuery().next();
    }
  }

  private JsonNode known() {
    return new Asking(gateway()).one("eu", address).path("statements");
  }
}
