package org.entente.audit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.audit.console.Vouching.State;
import org.entente.audit.fsck.Finding;
import org.entente.audit.fsck.FsckStanding;
import org.entente.audit.timestamp.Stamp;
import org.junit.jupiter.api.Test;

/** Nobody who fell silent is shown as one who vouches for the log of today. */
class VouchingTest {

  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final Duration HOURLY = Duration.ofHours(1);
  private static final Duration DAILY = Duration.ofDays(1);

  private static State stamped(long size, Duration ago) {
    var then = NOW.minus(ago);
    return Vouching.of(new Stamp(size, "kr", then, then), 100, NOW, HOURLY).state();
  }

  private static State checked(Duration ago, Finding... findings) {
    var begun = Optional.of(NOW.minus(ago));
    var standing = new FsckStanding(90, begun, begun, List.of(findings));
    return Vouching.of(standing, NOW, DAILY).orElseThrow().state();
  }

  @Test
  void an_authority_that_stopped_stamping_a_growing_log_is_late() {
    assertEquals(State.SOUND, stamped(90, Duration.ofHours(2)));
    assertEquals(State.LATE, stamped(90, Duration.ofHours(2).plusSeconds(1)));
    assertEquals(State.SOUND, stamped(100, Duration.ofDays(9)));
  }

  @Test
  void a_check_that_came_to_a_halt_is_late() {
    assertEquals(State.SOUND, checked(Duration.ofDays(2)));
    assertEquals(State.LATE, checked(Duration.ofDays(3)));
    assertEquals(Optional.empty(), Vouching.of(none(), NOW, DAILY));
  }

  private static FsckStanding none() {
    return new FsckStanding(0, Optional.empty(), Optional.empty(), List.of());
  }

  @Test
  void damage_is_told_apart_and_outweighs_a_delay() {
    var derived = new Finding(Finding.Part.DERIVED, "entry 1", "is not found by its object");
    var signed = new Finding(Finding.Part.LOG, "entry 2", "its bytes were changed");

    assertEquals(State.DERIVED_DAMAGED, checked(Duration.ofDays(3), derived));
    assertEquals(State.DAMAGED, checked(Duration.ofDays(3), derived, signed));
  }
}
