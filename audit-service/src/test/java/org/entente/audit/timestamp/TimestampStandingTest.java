package org.entente.audit.timestamp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.entente.audit.AdjustableClock;
import org.entente.pki.Pki;
import org.entente.timestamp.TimeStampTrust;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured of an authority is measured while it is a party's choice. */
@SuppressWarnings("NullAway.Init") // filled before each test
class TimestampStandingTest {

  private static final List<String> GAUGES = List.of("audit.timestamp.age", "audit.timestamp.size");

  @TempDir Path folder;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AdjustableClock clock = new AdjustableClock();
  private final TimestampStanding standing = new TimestampStanding(registry, clock);
  private Authority korea;
  private Authority europe;

  @BeforeEach
  void two_authorities() throws Exception {
    var pki = Pki.create(folder, Clock.systemUTC(), "kr", "eu");
    try (var anchor = Files.newInputStream(pki.party("kr").timeStampAnchor())) {
      var trust = TimeStampTrust.ofPem(anchor);
      korea = new Authority("kr", URI.create("https://tsa.kr.example/"), trust);
      europe = new Authority("eu", URI.create("https://tsa.eu.example/"), trust);
    }
    standing.expect(korea);
    standing.expect(europe);
  }

  @Test
  void an_authority_that_is_no_choice_any_more_has_no_age_that_alarms() {
    // When
    standing.forget(korea);

    // Then
    for (var gauge : GAUGES) {
      assertEquals(
          List.of("eu"),
          registry.find(gauge).gauges().stream().map(g -> g.getId().getTag("party")).toList());
    }
  }

  @Test
  void one_that_ends_its_last_attempt_late_stays_forgotten() {
    // Given
    standing.forget(korea);

    // When
    standing.failed(korea, "no answer");

    // Then
    assertEquals(Set.of("eu"), standing.all().keySet());
  }

  @Test
  void one_that_is_chosen_again_is_waited_for_from_then_on() {
    // Given
    standing.forget(korea);
    clock.pass(Duration.ofDays(1));
    standing.expect(korea);

    // When
    clock.pass(Duration.ofSeconds(3));

    // Then
    assertEquals(3, registry.get("audit.timestamp.age").tag("party", "kr").gauge().value());
  }
}
