package org.entente.indicator.lookup;

import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.entente.indicator.ServiceTest;
import org.entente.indicator.bytes.Sha256;
import org.entente.indicator.exchange.InMemoryAuditService.Mood;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// What the log holds of a look-up, and what it must not.
@QuarkusTest
class LookupRecordTest extends ServiceTest {
  @Test
  void a_secret_is_refused_without_an_echo_and_raises_an_alarm() {
    // BIP-173's private key in wallet import format, published with its vectors.
    String secret = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";
    int before = log().size();

    JsonNode refused = asking().one("eu", secret);

    assertTrue(refused.path("asked").isNull(), refused.toString());
    assertEquals("ADDRESS_IS_SECRET", refused.at("/error/code").asText());
    JsonNode record = log().recordsOf("lookup", before).getFirst();
    assertEquals(4, record.path("severity_id").asInt());
    assertEquals(1, record.at("/exchange/secrets").asInt());
    assertFalse((refused + record.toString()).contains(secret));
  }

  @Test
  void the_record_holds_what_was_seen_and_never_what_was_asked() {
    String address = Wallets.fresh();
    String id = asking().submit("kr", KR_TO_EU, Wallets.indicator(address, Stix.GREEN, ""));
    int before = log().size();

    Response answer = asking().post("eu", address + "\n" + Wallets.fresh() + "\n", Map.of());

    JsonNode record = log().recordsOf("lookup", before).getFirst();
    assertEquals(2, record.at("/exchange/values").asInt());
    assertEquals(id, record.at("/resources/0/uid").asText());
    assertEquals(
        Sha256.of(answer.asByteArray()).base64url(), record.at("/exchange/body_sha256").asText());
    assertEquals("early warning", record.at("/exchange/purpose").asText());
    assertFalse(record.toString().contains(address.substring(2)), record.toString());
  }

  @Test
  void two_answers_to_one_question_have_different_digests() {
    String unheard = Wallets.fresh();

    assertFalse(
        asking()
            .post("eu", unheard, Map.of())
            .asString()
            .equals(asking().post("eu", unheard, Map.of()).asString()));
  }

  @Test
  void without_the_log_nothing_is_told() {
    String address = Wallets.fresh();
    asking().submit("kr", KR_TO_EU, Wallets.indicator(address, Stix.GREEN, ""));
    log().be(Mood.DOWN);

    Response answer = asking().post("eu", address, Map.of());

    assertEquals(503, answer.statusCode());
    assertEquals("AUDIT_UNAVAILABLE", answer.path("code"));
  }

  @Test
  void asking_nothing_or_too_much_is_refused() {
    assertEquals("LOOKUP_INVALID", asking().post("eu", "\n", Map.of()).path("code"));
    String tooMany = "a.example\n".repeat(10_001);
    Response refused = asking().post("eu", tooMany, Map.of());
    assertEquals(413, refused.statusCode());
    assertEquals("LIMIT_VALUES", refused.path("code"));
    assertEquals(
        "QUERY_INVALID", asking().post("eu", "a.example", Map.of("at", "noon")).path("code"));
  }

  private Asking asking() {
    return new Asking(gateway());
  }
}
