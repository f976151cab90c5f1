package org.entente.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.audit.sequencer.SequencerState.Away;
import org.entente.audit.sequencer.SequencerState.Refusing;
import org.entente.audit.tree.Rollback;
import org.entente.audit.tree.TreeDamaged;
import org.entente.audit.witness.MemoryUnknown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log that was rolled back signs nothing, and says how far and what to do. */
@SuppressWarnings("NullAway.Init") // filled before each test
class RollbackTest extends PostgresTest {

  private static final Rollback ROLLBACK =
      new Rollback(
          "witness.kr",
          1234,
          Instant.parse("2026-11-26T10:00:01Z"),
          1200,
          Instant.parse("2026-11-26T09:58:00Z"));

  private TestLog log;

  @BeforeEach
  void a_log() throws Exception {
    log = TestLog.create(server);
  }

  @AfterEach
  void gone() throws Exception {
    log.close();
  }

  @Test
  void the_refusal_says_what_is_missing_since_when_and_who_knows() throws Exception {
    // Given
    log.check =
        (_, _) -> {
          throw new TreeDamaged(ROLLBACK);
        };

    // When
    var sequencer = refusing();

    // Then
    var refused = assertThrows(LogUnavailable.class, () -> sequencer.append(TestLog.fresh(1)));
    assertEquals(
        "refusing to sign: the stored log ends at size 1200, of 2026-11-26T09:58:00Z, and witness"
            + " witness.kr has cosigned size 1234 at 2026-11-26T10:00:01Z: it is an older copy,"
            + " entries 1200 to 1233 are missing",
        refused.detail());
    assertEquals(List.of(), log.column("SELECT idx FROM entry"));
  }

  @Test
  void readiness_and_the_metric_say_so_too() throws Exception {
    // Given
    log.check =
        (_, _) -> {
          throw new TreeDamaged(ROLLBACK);
        };
    var sequencer = refusing();
    var registry = new SimpleMeterRegistry();
    new SequencerGauges().start(new StartupEvent(), sequencer, registry);

    // When
    var said = new LogReadiness(TestLog.alone(sequencer)).call();

    // Then
    var facts = said.getData().orElse(Map.of());
    assertEquals("DOWN", said.getStatus().name());
    assertEquals(1200L, facts.get("stored"));
    assertEquals(1234L, facts.get("remembered"));
    assertEquals("witness.kr", facts.get("remembered-by"));
    assertEquals("2026-11-26T10:00:01Z", facts.get("remembered-since"));
    assertEquals(34L, facts.get("missing"));
    assertEquals(Rollback.RUNBOOK, facts.get("what-to-do"));
    assertEquals(34, registry.get("audit.rollback.entries").gauge().value());
    assertEquals(1, registry.get("audit.sequencer.state").tag("state", "refusing").gauge().value());
  }

  @Test
  void other_damage_is_no_rollback() throws Exception {
    // Given
    log.check =
        (_, _) -> {
          throw new TreeDamaged("something else");
        };

    // When
    var sequencer = refusing();

    // Then
    assertEquals(0, sequencer.state().missing());
    var facts = new LogReadiness(TestLog.alone(sequencer)).call().getData().orElse(Map.of());
    assertEquals(Map.of("state", "refusing to sign: something else"), facts);
  }

  @Test
  void while_nobody_can_tell_it_does_not_lead_and_then_it_does() throws Exception {
    // Given
    log.check =
        (_, _) -> {
          throw new MemoryUnknown("nobody answers");
        };
    var sequencer = log.start(log.database(), Clock.systemUTC());
    Await.until(() -> sequencer.state().equals(new Away("nobody answers")));
    assertThrows(LogUnavailable.class, () -> sequencer.append(TestLog.fresh(1)));

    // When
    log.check = (_, _) -> {};

    // Then
    TestLog.awaitLeading(sequencer);
    assertEquals(1, sequencer.append(TestLog.fresh(1)).size());
  }

  @Test
  void a_fault_that_nobody_foresaw_ends_neither_the_sequencer_nor_its_hold_on_the_lead()
      throws Exception {
    // Given
    log.check =
        (_, _) -> {
          throw new DateTimeException("a time beyond all times");
        };
    var sequencer = log.start(log.database(), Clock.systemUTC());
    Await.until(() -> sequencer.state().equals(new Away("taking the lead failed")));

    // When
    log.check = (_, _) -> {};

    // Then
    TestLog.awaitLeading(sequencer);
    assertEquals(1, sequencer.append(TestLog.fresh(1)).size());
  }

  private Sequencer refusing() throws InterruptedException {
    var sequencer = log.start(log.database(), Clock.systemUTC());
    Await.until(() -> sequencer.state() instanceof Refusing);
    assertTrue(sequencer.state().sentence().startsWith("refusing to sign: "));
    return sequencer;
  }
}
