package org.entente.audit.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.entente.audit.identity.LogKeys;
import org.entente.log.KeyType;
import org.entente.log.SignerKey;
import org.junit.jupiter.api.Test;

/** The log goes on without its witnesses for a while, and no longer. */
class WitnessBudgetTest {

  private static final String ORIGIN = "log.example";
  private static final LogKeys KEYS =
      new LogKeys(ORIGIN, key(ORIGIN, KeyType.ED25519), key(ORIGIN, KeyType.ML_DSA_44));

  private Instant now = Instant.parse("2026-11-25T12:00:00Z");
  private final WitnessBudget budget = budget("quorum w\n");

  @Test
  void it_goes_on_while_witnesses_answer_and_while_it_rests() {
    budget.round(5, 5);
    pass(Duration.ofMinutes(50));
    budget.round(5, 5);
    pass(Duration.ofMinutes(50));
    budget.round(6, 5);

    assertEquals(Optional.empty(), budget.exhausted());
  }

  @Test
  void what_another_replica_has_shown_them_counts() {
    budget.round(5, 5);
    pass(Duration.ofMinutes(50));
    budget.round(6, 7);
    pass(Duration.ofMinutes(50));
    budget.round(9, 8);

    assertEquals(Optional.empty(), budget.exhausted());
  }

  @Test
  void too_many_entries_end_it() {
    budget.round(1005, 5);
    assertEquals(Optional.empty(), budget.exhausted());
    budget.round(1006, 5);
    assertEquals(Optional.of("1001 entries are not witnessed"), budget.exhausted());
    budget.round(1006, 1000);
    assertEquals(Optional.empty(), budget.exhausted(), "a quorum is there again");
  }

  @Test
  void too_long_a_time_ends_it_whoever_asks() {
    budget.round(5, 5);
    var witnessed = now;
    for (var minute = 0; minute < 60; minute++) {
      pass(Duration.ofMinutes(1));
      budget.round(6 + minute, 5);
      assertEquals(Optional.empty(), budget.exhausted());
    }
    pass(Duration.ofSeconds(1));
    assertEquals(Optional.of("the log is not witnessed since " + witnessed), budget.exhausted());
  }

  @Test
  void rounds_that_do_not_happen_are_no_good_sign() {
    budget.round(5, 5);
    pass(Duration.ofMinutes(61));
    assertTrue(budget.exhausted().orElse("").startsWith("the witnesses were not asked since"));
  }

  @Test
  void without_a_quorum_there_is_no_budget() {
    var unlimited = budget("quorum none\n");
    unlimited.round(1_000_000, 0);
    pass(Duration.ofDays(9));
    assertEquals(Optional.empty(), unlimited.exhausted());
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private WitnessBudget budget(String quorum) {
    var witness = key("w", KeyType.ED25519_COSIGNATURE).verifier();
    var text =
        "log "
            + KEYS.ed25519()
            + "\nlog "
            + KEYS.mlDsa44()
            + "\nwitness w "
            + witness
            + "\n"
            + quorum;
    return new WitnessBudget(
        new Config(), new Witnesses(Optional.of(text), KEYS), new SimpleMeterRegistry(), clock());
  }

  private static SignerKey key(String name, KeyType type) {
    return SignerKey.ofSeed(name, type, new byte[KeyType.SEED_BYTES]);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  /** One hour, a thousand entries. */
  private record Config() implements WitnessConfig, WitnessConfig.Budget {
    @Override
    public Optional<Path> policy() {
      return Optional.empty();
    }

    @Override
    public Duration every() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Budget budget() {
      return this;
    }

    @Override
    public Duration time() {
      return Duration.ofHours(1);
    }

    @Override
    public long entries() {
      return 1000;
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(1);
    }
  }
}
