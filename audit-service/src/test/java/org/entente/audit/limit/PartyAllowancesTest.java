package org.entente.audit.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.entente.agreement.limit.Figures;
import org.entente.agreement.limit.Limited;
import org.entente.audit.record.Actor;
import org.junit.jupiter.api.Test;

class PartyAllowancesTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Figures WIDE = new Figures(100, 1_000, 1_000);

  @Test
  void a_client_at_its_limit_leaves_its_party_to_the_others() {
    var kr = allowances(new Figures(1, 2, 9), new Figures(1, 3, 9));

    assertEquals("in in client-rate", enter(kr, "desk", 3));
    assertEquals("in party-rate", enter(kr, "lee", 2));
  }

  @Test
  void so_many_at_a_time_and_who_leaves_makes_room() {
    var kr = allowances(new Figures(100, 100, 1), WIDE);
    var desk = kr.of("desk", 0);

    assertEquals("in client-requests", enter(kr, "desk", 2));
    kr.leave(desk);
    assertEquals("in", enter(kr, "desk", 1));
  }

  @Test
  void certificates_that_count_for_nobody_share_one_allowance_and_take_nothing_from_the_party() {
    var kr = new PartyAllowances(new DoorFigures(WIDE, new Figures(1, 1, 9), narrow()), 0);

    assertEquals("in stranger-rate stranger-rate", enter(kr, Actor.UNKNOWN, 3));
    assertEquals("in", enter(kr, "desk", 1));
  }

  @Test
  void a_refusal_costs_as_much_as_many_requests() {
    var kr = allowances(new Figures(1, 10, 9), WIDE);

    kr.charge(kr.of("desk", 0), 15, 0);

    assertEquals("client-rate", enter(kr, "desk", 1));
    assertEquals(6, kr.enter(kr.of("desk", 0), 0).map(Limited::seconds).orElseThrow());
  }

  @Test
  void however_many_names_come_only_so_many_have_something_of_their_own() {
    // Given
    var kr = allowances(new Figures(1, 2, 9), WIDE);
    for (var i = 0; i < PartyAllowances.MOST_CLIENTS; i++) {
      assertEquals("in", enter(kr, "made-up-" + i, 1));
    }

    // Then
    assertEquals("in", enter(kr, "another", 1));
    assertEquals("in client-rate", enter(kr, "one-more", 2));
    assertEquals(Actor.UNKNOWN, kr.of("one-more", 0).countedAs());
    assertEquals("made-up-7", kr.of("made-up-7", 0).countedAs());
  }

  @Test
  void who_has_not_come_for_long_makes_place_and_who_is_in_the_house_does_not() {
    // Given
    var kr = allowances(new Figures(1, 2, 9), WIDE);
    for (var i = 0; i < PartyAllowances.MOST_CLIENTS; i++) {
      assertEquals("in", enter(kr, "made-up-" + i, 1));
    }
    var first = kr.of("made-up-0", 0);

    // When
    kr.leave(first);

    // Then
    var another = kr.of("another", SECOND);
    assertEquals("another", another.countedAs());
    assertTrue(kr.enter(another, SECOND).isEmpty());
    assertEquals(Actor.UNKNOWN, kr.of("one-more", SECOND).countedAs());
  }

  private static Figures narrow() {
    return new Figures(1, 1, 9);
  }

  private static PartyAllowances allowances(Figures client, Figures party) {
    return new PartyAllowances(new DoorFigures(client, party, narrow()), 0);
  }

  /** Asks so often at once; each answer. */
  private static String enter(PartyAllowances allowances, String client, int times) {
    var answers = new StringBuilder();
    for (var i = 0; i < times; i++) {
      var against = allowances.enter(allowances.of(client, 0), 0);
      answers.append(' ').append(against.map(Limited::limit).orElse("in"));
    }
    return answers.substring(1);
  }
}
