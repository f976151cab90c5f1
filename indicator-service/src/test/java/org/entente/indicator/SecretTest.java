package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// A private key that a producer sends by mistake.
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills it
class SecretTest extends ServiceTest {
  private static final String KEY = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";

  @Inject DataSource source;

  @Test
  void it_is_neither_stored_nor_repeated_and_raises_an_alarm() throws SQLException {
    Manifest manifest = Manifest.fresh();
    String good = Stix.indicator(Stix.id("indicator"));
    String bad =
        Stix.indicator(
            Stix.id("indicator"),
            "2026-11-01T00:00:00.000Z",
            Stix.GREEN,
            ",\"description\":\"" + KEY + "\"");
    byte[] body = Stix.envelope(good, bad).getBytes(StandardCharsets.UTF_8);
    int before = log().size();

    Response refused = gateway().submit("kr", KR_TO_EU, manifest, body);

    assertEquals(422, refused.statusCode());
    assertEquals("SECRET_FOUND", refused.path("code"));
    assertTrue(
        refused.<String>path("detail").startsWith("/objects/1/description has a private key"));
    JsonNode record = log().recordsOf("taxii.addObjects", before).getFirst();
    assertEquals(4, record.path("severity_id").asInt());
    assertEquals(1, record.at("/exchange/secrets").asInt());
    assertFalse((refused.asString() + record).contains(KEY));
    assertEquals(0, stored());

    // Mended, it goes in under the same manifest's jti.
    byte[] mended = Stix.envelope(good).getBytes(StandardCharsets.UTF_8);
    assertEquals(202, gateway().submit("kr", KR_TO_EU, manifest, mended).statusCode());
  }

  @Test
  void it_is_found_beside_the_objects_and_in_a_reason_too() throws SQLException {
    int before = log().size();
    String beside =
        Stix.envelope(Stix.indicator(Stix.id("indicator")))
            .replaceFirst("\\{", "{\"x_note\":[\"" + KEY + "\"],");
    byte[] body = beside.getBytes(StandardCharsets.UTF_8);

    Response refused = gateway().submit("kr", KR_TO_EU, Manifest.fresh(), body);
    assertEquals(422, refused.statusCode());
    assertTrue(refused.<String>path("detail").startsWith("/x_note/0 has a private key"));

    String act =
        "{\"acts\":[{\"act\":\"withdraw\",\"object\":\"%s\",\"reason\":\"%s\"}]}"
            .formatted(Stix.id("indicator"), KEY);
    refused = gateway().act("kr", KR_TO_EU, Manifest.fresh(), act);
    assertEquals(422, refused.statusCode());
    assertTrue(refused.<String>path("detail").startsWith("/acts/0/reason has a private key"));

    assertEquals(0, stored());
    assertFalse(log().records().subList(before, log().size()).toString().contains(KEY));
  }

  private int stored() throws SQLException {
    String sql = "SELECT count(*) FROM submission WHERE position(?::bytea IN body) > 0";
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, KEY.getBytes(StandardCharsets.US_ASCII));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
