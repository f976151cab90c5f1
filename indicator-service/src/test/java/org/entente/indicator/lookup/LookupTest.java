package org.entente.indicator.lookup;

import static org.entente.indicator.exchange.Exchange.EU_TO_KR;
import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.indicator.ServiceTest;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// What is known about a value, to whom, and what of it the log holds.
@QuarkusTest
class LookupTest extends ServiceTest {
  @Test
  void any_form_of_an_address_finds_what_speaks_of_it() {
    String address = Wallets.fresh();
    String id = asking().submit("kr", KR_TO_EU, Wallets.indicator(address, Stix.GREEN, ""));

    for (String form :
        List.of(address, "0x" + address.substring(2).toUpperCase(Locale.ROOT), " " + address)) {
      JsonNode known = asking().one("eu", form);
      assertEquals("eip155:0:" + address, known.at("/read_as/0/key").asText(), form);
      assertEquals(id, known.at("/statements/0/id").asText(), form);
      assertEquals("sufficient", known.at("/statements/0/class").asText());
      assertEquals("kr", known.at("/statements/0/producer").asText());
      assertEquals("green", known.at("/statements/0/tlp").asText());
    }
  }

  @Test
  void what_two_producers_say_stands_side_by_side() {
    String address = Wallets.fresh();
    asking().submit("kr", KR_TO_EU, Wallets.indicator(address, Stix.GREEN, ",\"confidence\":80"));
    asking().submit("eu", EU_TO_KR, Wallets.indicator(address, Stix.AMBER, ",\"confidence\":20"));

    // Neither reads what it wrote itself; each knows the other's.
    assertEquals(80, asking().one("eu", address).at("/statements/0/confidence").asInt());
    assertEquals(20, asking().one("kr", address).at("/statements/0/confidence").asInt());
    assertEquals(1, asking().one("kr", address).at("/statements").size());
  }

  @Test
  void what_is_withheld_is_answered_like_what_nobody_knows() {
    String withheld = Wallets.fresh();
    asking().submit("kr", KR_TO_EU, Wallets.indicator(withheld, Stix.RED, ""));
    String unheard = Wallets.fresh();

    assertEquals(
        normal(asking().one("eu", unheard), unheard),
        normal(asking().one("eu", withheld), withheld));
  }

  @Test
  void expired_and_revoked_are_left_out_unless_asked_for() {
    String address = Wallets.fresh();
    asking()
        .submit(
            "kr",
            KR_TO_EU,
            Wallets.indicator(address, Stix.GREEN, ",\"valid_until\":\"2026-11-02T00:00:00Z\""));
    asking().submit("kr", KR_TO_EU, Wallets.indicator(address, Stix.GREEN, ",\"revoked\":true"));

    assertEquals(0, asking().one("eu", address).at("/statements").size());
    JsonNode all =
        asking().one("eu", address, Map.of("include", "expired,revoked")).at("/statements");
    assertEquals(2, all.size());
    assertTrue(all.get(0).path("revoked").asBoolean() || all.get(1).path("revoked").asBoolean());
    assertTrue(all.get(0).path("expired").asBoolean() || all.get(1).path("expired").asBoolean());
  }

  @Test
  void at_a_given_time_counts_what_was_valid_then() {
    String address = Wallets.fresh();
    asking()
        .submit(
            "kr",
            KR_TO_EU,
            Wallets.indicator(address, Stix.GREEN, ",\"valid_until\":\"2026-11-02T00:00:00Z\""));

    Map<String, String> then = Map.of("at", "2026-11-01T12:00:00Z");
    assertEquals(1, asking().one("eu", address, then).at("/statements").size());
    Map<String, String> before = Map.of("at", "2026-10-31T12:00:00Z");
    assertEquals(0, asking().one("eu", address, before).at("/statements").size());
  }

  @Test
  void one_operand_of_an_and_is_no_hit_by_itself() {
    String address = Wallets.fresh();
    String pattern =
        "[cryptocurrency-wallet:value = '" + address + "'] AND [domain-name:value = 'a.example']";
    asking().submit("kr", KR_TO_EU, Wallets.matching(pattern, Stix.GREEN, ""));

    assertEquals("partial", asking().one("eu", address).at("/statements/0/class").asText());
  }

  @Test
  void a_bad_value_does_not_fail_the_others_and_order_is_kept() {
    String address = Wallets.fresh();
    String id = asking().submit("kr", KR_TO_EU, Wallets.indicator(address, Stix.GREEN, ""));
    String lowered = "tniq9axbp9ejuqhdhrwrfvaa8u3guqzh81";

    List<JsonNode> answers = asking().many("eu", lowered + "\n" + address + "\n");

    assertEquals(2, answers.size());
    assertEquals(lowered, answers.get(0).path("asked").asText());
    assertTrue(answers.get(0).at("/error/detail").asText().contains("case"), answers.toString());
    assertEquals(id, answers.get(1).at("/statements/0/id").asText());
  }

  @Test
  void ten_thousand_values_are_one_look_up() {
    String address = Wallets.fresh();
    String id = asking().submit("kr", KR_TO_EU, Wallets.indicator(address, Stix.GREEN, ""));
    String values =
        IntStream.range(0, 9_999)
            .mapToObj(_ -> Wallets.fresh() + "\n")
            .collect(Collectors.joining());

    List<JsonNode> answers = asking().many("eu", values + address);

    assertEquals(10_000, answers.size());
    assertEquals(id, answers.getLast().at("/statements/0/id").asText());
  }

  @Test
  void an_exchange_is_kept_but_marked_not_for_blocking() {
    String binance = "0x3f5ce5fbfe3e9af3971dd833d26ba9b5c936f0be";
    Response submitted =
        gateway().submit("kr", KR_TO_EU, Stix.envelope(Wallets.indicator(binance, Stix.GREEN, "")));

    String message = submitted.path("successes[0].message");
    assertTrue(message.contains("not-for-blocking"), message);
    JsonNode statement = asking().one("eu", binance).at("/statements/0");
    assertTrue(statement.path("not_for_blocking").asBoolean(), statement.toString());
    assertTrue(statement.at("/warning_lists/0").asText().startsWith("exchanges "));
  }

  @Test
  void the_same_cryptographic_key_on_another_chain_is_a_hint_and_no_statement() {
    asking()
        .submit(
            "kr",
            KR_TO_EU,
            Wallets.indicator("0xe950dc316b836e4eefb8308bf32bf7c72a1358ff", Stix.GREEN, ""));

    JsonNode tron = asking().one("eu", "TXEsK1sEsKjZ1xtHitnyAAoqw3WLdYdRNW");

    assertEquals(0, tron.at("/statements").size(), tron.toString());
    assertEquals("same-key", tron.at("/same_key/0/class").asText());
  }

  @Test
  void sightings_and_false_positives_of_others_are_counted() {
    String address = Wallets.fresh();
    String id = asking().submit("kr", KR_TO_EU, Wallets.indicator(address, Stix.GREEN, ""));
    asking().submit("kr", KR_TO_EU, Wallets.sighting(id));
    asking().submit("kr", KR_TO_EU, Wallets.opinion(id));

    JsonNode statement = asking().one("eu", address).at("/statements/0");

    assertEquals(1, statement.path("sightings").asInt(), statement.toString());
    assertEquals(1, statement.path("opinions_against").asInt());
  }

  private Asking asking() {
    return new Asking(gateway());
  }

  /// An answer without what differs by nature: the salt and the value itself.
  private static String normal(JsonNode answer, String value) {
    String salt = answer.path("salt").asText();
    return answer.toString().replace(salt, "SALT").replace(value, "VALUE");
  }
}
