package org.entente.audit.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Agreement;
import org.entente.agreement.InForce;
import org.entente.agreement.Party;
import org.entente.audit.access.Parties;
import org.entente.audit.limit.DoorLimits.Entry;
import org.entente.audit.record.Actor;
import org.junit.jupiter.api.Test;

class DoorLimitsTest {

  private static final Actor DESK = Actor.withoutToken("kr", "desk");
  private static final Actor REVOKED = Actor.withoutToken("kr", Actor.UNKNOWN);
  private static final Actor NOBODY = Actor.withoutToken(Actor.UNKNOWN, Actor.UNKNOWN);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final DoorLimits limits =
      new DoorLimits(new Narrow(), new InForce(of("kr")), () -> 0, meters);

  @Test
  void each_kind_has_its_own_and_refusals_are_told_by_party_and_limit() {
    assertEquals("in in client-rate of desk", enter(DESK, 3));
    assertEquals("in stranger-rate of -", enter(REVOKED, 2));
    assertEquals("in stranger-rate of -", enter(NOBODY, 2));

    assertEquals(1, limited("kr", "client-rate"));
    assertEquals(1, limited("kr", "stranger-rate"));
    assertEquals(1, limited("-", "stranger-rate"));
    assertEquals(0, limited("kr", "party-rate"));
  }

  @Test
  void a_party_that_is_agreed_on_has_limits_and_one_that_is_out_counts_among_strangers() {
    // Given
    var newcomer = Actor.withoutToken("eu", "desk");
    assertEquals("in stranger-rate of -", enter(newcomer, 2));

    // When
    limits.agree(of("eu"));

    // Then
    assertEquals("in in client-rate of desk", enter(newcomer, 3));
    assertEquals("stranger-rate of -", enter(DESK, 1));
  }

  @Test
  void a_party_that_stays_keeps_what_is_left_when_another_comes() {
    assertEquals("in in client-rate of desk", enter(DESK, 3));

    limits.agree(of("kr", "eu"));

    assertEquals("client-rate of desk", enter(DESK, 1));
  }

  @Test
  void who_is_refused_for_something_else_has_less_left() {
    limits.charge(DESK);

    assertEquals("client-rate of desk", enter(DESK, 1));
  }

  private String enter(Actor actor, int times) {
    var answers = new StringBuilder();
    for (var i = 0; i < times; i++) {
      answers.append(' ').append(enter(actor));
    }
    return answers.substring(1);
  }

  private String enter(Actor actor) {
    return switch (limits.enter(actor)) {
      case Entry.In _ -> "in";
      case Entry.Out(var limited, var counted) -> limited.limit() + " of " + counted.client();
    };
  }

  private double limited(String party, String limit) {
    return meters.get("audit.limited").tags("party", party, "limit", limit).counter().count();
  }

  private static Agreement of(String... parties) {
    var agreed = new HashMap<String, Party>();
    for (var party : parties) {
      agreed.put(party, Parties.with(Set.of()));
    }
    return new Agreement("", String.join(" ", parties), Optional.empty(), agreed, Map.of());
  }

  private record Narrow() implements LimitsConfig {

    @Override
    public Client client() {
      return new Few(2);
    }

    @Override
    public LimitsConfig.Party party() {
      return new Few(100);
    }

    @Override
    public Strangers strangers() {
      return new Few(1);
    }

    @Override
    public int refusalCost() {
      return 10;
    }

    @Override
    public Duration window() {
      return Duration.ofSeconds(10);
    }
  }

  private record Few(int burst)
      implements LimitsConfig.Client, LimitsConfig.Party, LimitsConfig.Strangers {

    @Override
    public int rate() {
      return 1;
    }

    @Override
    public int requests() {
      return 9;
    }
  }
}
