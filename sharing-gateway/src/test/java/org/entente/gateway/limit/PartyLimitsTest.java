package org.entente.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Anchors;
import org.entente.agreement.Party;
import org.entente.agreement.Party.Agency;
import org.entente.agreement.Party.Auditing;
import org.entente.agreement.Party.Client;
import org.entente.agreement.Party.IdentityProvider;
import org.entente.agreement.Party.Limits;
import org.entente.agreement.limit.Allowance;
import org.entente.agreement.limit.Figures;
import org.entente.agreement.limit.Limited;
import org.junit.jupiter.api.Test;

class PartyLimitsTest {

  private static final Limits PARTY = new Limits(1000, 2000, 256);
  private static final Limits CLIENT = new Limits(500, 1000, 128);
  private static final Figures STRANGERS = new Figures(500, 1000, 128);

  /** What is agreed of the EU: clients, the agency of each, and limits of some. */
  private record Eu(Limits whole, Map<String, Limits> clients, Map<String, Limits> agencies) {

    private Eu {
      clients = Map.copyOf(clients);
      agencies = Map.copyOf(agencies);
    }

    static Eu usual() {
      return new Eu(PARTY, Map.of(), Map.of());
    }

    Eu with(String client, Limits limits) {
      var more = new HashMap<>(clients);
      more.put(client, limits);
      return new Eu(whole, more, agencies);
    }

    Eu with(Limits party) {
      return new Eu(party, clients, agencies);
    }

    Eu agency(String name, Limits limits) {
      return new Eu(whole, clients, Map.of(name, limits));
    }

    Party party() {
      return new Party(
          "EU",
          Set.of(),
          Map.of("cert", agency("cert"), "police", agency("police")),
          new Anchors(Set.of()),
          Optional.empty(),
          new IdentityProvider("", "", "", "", new Anchors(Set.of())),
          Map.of(
              "feed", client("feed", "cert"),
              "reader", client("reader", "cert"),
              "other", client("other", "police")),
          whole,
          new Auditing(Set.of(), false, Optional.empty(), Optional.empty()),
          Optional.empty());
    }

    private Agency agency(String name) {
      return new Agency(Optional.empty(), Set.of(), Optional.ofNullable(agencies.get(name)));
    }

    private Client client(String name, String agency) {
      var limits = clients.getOrDefault(name, CLIENT);
      return new Client(
          Optional.empty(), Optional.empty(), Optional.of(agency), Optional.empty(), false, limits);
    }
  }

  @Test
  void a_client_at_its_limit_leaves_its_party_to_the_others() {
    var eu =
        limits(Eu.usual().with("feed", new Limits(500, 2, 128)).with(new Limits(1000, 3, 256)));

    assertEquals("in in client-rate client-rate", enter(eu, "feed", 4));
    assertEquals("in party-rate", enter(eu, "reader", 2));
  }

  @Test
  void an_agency_with_limits_of_its_own_has_them_for_all_its_clients() {
    var eu = limits(Eu.usual().agency("cert", new Limits(1000, 3, 256)));

    assertEquals("in in", enter(eu, "feed", 2));
    assertEquals("in agency-rate", enter(eu, "reader", 2));
    assertEquals("in in in in", enter(eu, "other", 4));
  }

  @Test
  void who_leaves_makes_room() {
    var eu = limits(Eu.usual().with("feed", new Limits(500, 1000, 1)));

    assertEquals("in client-requests", enter(eu, "feed", 2));
    eu.leave(eu.of("feed"));
    assertEquals("in client-requests", enter(eu, "feed", 2));
  }

  @Test
  void all_who_are_not_registered_share_one_allowance_whatever_their_names() {
    var eu = PartyLimits.of(Eu.usual().party(), new Figures(500, 2, 128), 0);

    assertEquals("in", enter(eu, "nobody", 1));
    assertEquals("in", enter(eu, "nobody-else", 1));
    assertEquals("stranger-rate", enter(eu, "a-third", 1));
    assertEquals("in", enter(eu, "feed", 1));
  }

  /** With a revoked key somebody could shut the others out, at fifty requests for each refusal. */
  @Test
  void they_take_nothing_from_those_who_are() {
    var eu = limits(Eu.usual().with(new Limits(1, 1, 256)));

    assertEquals("in in", enter(eu, "nobody", 2));
    eu.charge("nobody", 1000, 0);

    assertEquals("in party-rate", enter(eu, "feed", 2));
  }

  @Test
  void what_was_refused_elsewhere_counts_as_many() {
    var eu = limits(Eu.usual().with("feed", new Limits(5, 10, 128)));

    eu.charge("feed", 50, 0);

    Optional<Limited> against = eu.enter(eu.of("feed"), 0);
    assertEquals(Optional.of(new Limited("client-rate", 2_200_000_000L)), against);
    assertEquals(3, against.orElseThrow().seconds());
  }

  @Test
  void the_longest_wait_is_told() {
    var eu = limits(Eu.usual().with("feed", new Limits(500, 1, 128)).with(new Limits(1, 1, 256)));

    assertEquals("in party-rate", enter(eu, "feed", 2));
  }

  @Test
  void what_is_left_of_unchanged_figures_stays_when_others_change() {
    // Given
    var before = Eu.usual().with("feed", new Limits(500, 3, 128)).with(new Limits(1000, 4, 256));
    var eu = limits(before);
    assertEquals("in in", enter(eu, "feed", 2));

    // When
    eu.agree(before.with("reader", new Limits(1, 1, 1)).party(), 0);

    // Then
    assertEquals("in client-rate", enter(eu, "feed", 2));
    assertEquals("in client-rate", enter(eu, "reader", 2));
  }

  @Test
  void other_figures_begin_anew_and_still_know_who_is_in_the_house() {
    // Given
    var eu = limits(Eu.usual().with("feed", new Limits(500, 2, 128)));
    assertEquals("in in client-rate", enter(eu, "feed", 3));
    List<Allowance> taken = eu.of("feed");

    // When
    eu.agree(Eu.usual().with("feed", new Limits(500, 3, 3)).party(), 0);

    // Then
    assertEquals("in client-requests", enter(eu, "feed", 2));
    eu.leave(taken);
    assertEquals("in client-requests", enter(eu, "feed", 2));
  }

  @Test
  void a_client_that_was_taken_out_is_one_of_those_who_are_not_registered() {
    // Given
    var party = Eu.usual().party();
    var eu = PartyLimits.of(party, new Figures(500, 1, 128), 0);
    var without =
        new Party(
            party.name(),
            party.identities(),
            party.agencies(),
            party.tls(),
            party.signing(),
            party.provider(),
            Map.of(),
            party.limits(),
            party.auditing(),
            party.revocation());

    // When
    eu.agree(without, 0);

    // Then
    assertEquals("in stranger-rate", enter(eu, "feed", 2));
  }

  @Test
  void figures_no_bucket_takes_are_refused() {
    for (int wrong : new int[] {0, -1, 1_000_001}) {
      var own = Eu.usual().with("feed", new Limits(wrong, 1, 1));
      assertThrows(IllegalArgumentException.class, () -> limits(own));
    }
  }

  private static PartyLimits limits(Eu eu) {
    return PartyLimits.of(eu.party(), STRANGERS, 0);
  }

  /** Asks so often at once; each answer. */
  private static String enter(PartyLimits limits, String client, int times) {
    var answers = new StringBuilder();
    for (int i = 0; i < times; i++) {
      var against = limits.enter(limits.of(client), 0);
      answers.append(' ').append(against.map(Limited::limit).orElse("in"));
    }
    return answers.substring(1);
  }
}
