package org.entente.gateway.limit;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.gateway.partner.ExchangeConfig;
import org.junit.jupiter.api.Test;

class PartyLimitsTest {

  private static final Map<String, String> EU =
      Map.of(
          "entente.partners.eu.tls-anchors", "t.pem",
          "entente.partners.eu.signing-anchors", "s.pem",
          "entente.partners.eu.clients.feed.agency", "cert",
          "entente.partners.eu.clients.reader.agency", "cert",
          "entente.partners.eu.clients.other.agency", "police",
          "entente.api-root", "https://entente.example/taxii2/exchange/");

  @Test
  void a_client_at_its_limit_leaves_its_party_to_the_others() {
    var eu = eu(Map.of("clients.feed.limits.burst", "2", "limits.burst", "3"));

    assertEquals("in in client-rate client-rate", enter(eu, "feed", 4));
    assertEquals("in party-rate", enter(eu, "reader", 2));
  }

  @Test
  void an_agency_with_limits_of_its_own_has_them_for_all_its_clients() {
    var eu = eu(Map.of("agencies.cert.burst", "3"));

    assertEquals("in in", enter(eu, "feed", 2));
    assertEquals("in agency-rate", enter(eu, "reader", 2));
    assertEquals("in in in in", enter(eu, "other", 4));
  }

  @Test
  void who_leaves_makes_room() {
    var eu = eu(Map.of("clients.feed.limits.requests", "1"));

    assertEquals("in client-requests", enter(eu, "feed", 2));
    eu.leave("feed");
    assertEquals("in client-requests", enter(eu, "feed", 2));
  }

  @Test
  void all_who_are_not_registered_share_one_allowance_whatever_their_names() {
    var eu = eu(Map.of("entente.limits.strangers.burst", "2"));

    assertEquals("in", enter(eu, "nobody", 1));
    assertEquals("in", enter(eu, "nobody-else", 1));
    assertEquals("stranger-rate", enter(eu, "a-third", 1));
    assertEquals("in", enter(eu, "feed", 1));
  }

  @Test
  void what_was_refused_elsewhere_counts_as_many() {
    var eu = eu(Map.of("clients.feed.limits.burst", "10", "clients.feed.limits.rate", "5"));

    eu.charge("feed", 50, 0);

    Optional<Limited> against = eu.enter("feed", 0);
    assertEquals(Optional.of(new Limited("client-rate", 2_200_000_000L)), against);
    assertEquals(3, against.orElseThrow().seconds());
  }

  @Test
  void the_longest_wait_is_told() {
    var eu = eu(Map.of("clients.feed.limits.burst", "1", "limits.burst", "1", "limits.rate", "1"));

    assertEquals("in party-rate", enter(eu, "feed", 2));
  }

  @Test
  void figures_no_bucket_takes_stop_the_start() {
    for (String wrong : new String[] {"0", "-1", "1000001"}) {
      var own = Map.of("clients.feed.limits.rate", wrong);
      assertThrows(IllegalArgumentException.class, () -> eu(own), wrong);
    }
  }

  /** Asks so often at once; each answer. */
  private static String enter(PartyLimits limits, String client, int times) {
    var answers = new StringBuilder();
    for (int i = 0; i < times; i++) {
      answers.append(' ').append(limits.enter(client, 0).map(Limited::limit).orElse("in"));
    }
    return answers.substring(1);
  }

  private static PartyLimits eu(Map<String, String> own) {
    var all = new HashMap<>(EU);
    own.forEach((key, value) ->
        all.put(key.startsWith("entente") ? key : "entente.partners.eu." + key, value));
    ExchangeConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ExchangeConfig.class)
            .withSources(new PropertiesConfigSource(all, "test", 100))
            .build()
            .getConfigMapping(ExchangeConfig.class);
    var strangers = Figures.of(config.limits().strangers());
    return PartyLimits.of(requireNonNull(config.partners().get("eu")), strangers, 0);
  }
}
