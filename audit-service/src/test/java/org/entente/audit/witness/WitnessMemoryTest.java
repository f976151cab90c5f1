package org.entente.audit.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.audit.DrippingServer;
import org.entente.audit.TestWitness;
import org.entente.audit.outward.OutwardClient;
import org.entente.audit.record.LogEvent;
import org.entente.audit.record.LogEventWriter;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.entente.audit.tree.PostgresEvents;
import org.entente.audit.tree.TreeDamaged;
import org.entente.audit.visibility.Readership;
import org.entente.log.Checkpoint;
import org.entente.log.KeyType;
import org.entente.log.NodeHash;
import org.entente.log.RootHash;
import org.entente.log.SignedNote;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What witnesses remember decides whether a database may be led; so does that none answers. */
@SuppressWarnings("NullAway.Init") // filled before each test
class WitnessMemoryTest extends PostgresTest {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration HANGS = Duration.ofSeconds(20);
  private static final Instant SEEN = Instant.ofEpochSecond(1_795_360_200);

  private TestLog log;
  private TestWitness witness;
  private WitnessMemory memory;

  @BeforeEach
  void a_log_and_its_witness() throws Exception {
    log = TestLog.create(server);
    witness = new TestWitness(TestLog.policy().logs());
    var policy =
        TlogPolicy.text(TestLog.policy().logs()).replace("quorum none\n", witness.policyLines());
    memory = OfflineWitnesses.of(policy, Optional.empty(), TestLog.KEYS.origin(), TestLog.policy());
  }

  @AfterEach
  void gone() throws Exception {
    witness.close();
    log.close();
  }

  @Test
  void a_witness_that_has_seen_more_tells_how_much_and_since_when() throws Exception {
    // Given
    log.lead(log.database()).append(TestLog.fresh(3));
    remember(5);

    // When
    var refused = assertThrows(TreeDamaged.class, () -> require(3));

    // Then
    var rollback = refused.rollback().orElseThrow();
    assertEquals("witness.example", rollback.witness());
    assertEquals(5, rollback.remembered());
    assertEquals(Instant.ofEpochSecond(1_795_360_201), rollback.seen());
    assertEquals(3, rollback.stored());
    assertEquals(2, rollback.missing());
    assertEquals(
        log.column("SELECT max(signed_ms) FROM checkpoint"),
        List.of(Long.toString(rollback.until().toEpochMilli())));
  }

  @Test
  void an_empty_database_is_led_only_when_witnesses_say_that_they_know_nothing() throws Exception {
    // Given
    log.lead(log.database());
    witness.away(true);
    assertThrows(MemoryUnknown.class, () -> require(0));

    // When
    witness.away(false);

    // Then
    require(0);
  }

  @Test
  void a_database_that_was_led_here_last_is_led_without_witnesses() throws Exception {
    // Given
    led(database());
    witness.away(true);

    // Then
    require(1);
  }

  @Test
  void one_that_was_restored_or_promoted_waits_for_them() throws Exception {
    // Given
    led("7123456789/00000001");
    witness.away(true);
    assertThrows(MemoryUnknown.class, () -> require(1));

    // When
    witness.away(false);

    // Then
    require(1);
  }

  @Test
  void without_a_quorum_nobody_is_waited_for() throws Exception {
    // Given
    led("7123456789/00000001");

    // Then
    var alone =
        OfflineWitnesses.of(
            TlogPolicy.text(TestLog.policy().logs()),
            Optional.empty(),
            TestLog.KEYS.origin(),
            TestLog.policy());
    try (var connection = log.database().getConnection()) {
      alone.require(connection, 1);
    }
  }

  @Test
  void one_that_never_ends_its_answer_keeps_nobody_waiting() throws Exception {
    try (var dripping = DrippingServer.withoutEnd()) {
      var memories = assertTimeoutPreemptively(HANGS, () -> besides(dripping.url()).ask());

      assertEquals(List.of("witness.example"), memories.stream().map(Memory::witness).toList());
    }
  }

  @Test
  void one_that_answers_without_end_fills_no_memory() throws Exception {
    try (var endless = DrippingServer.of(new byte[SignedNote.MAX_BYTES + 1])) {
      assertEquals(1, besides(endless.url()).ask().size());
    }
  }

  @Test
  void whatever_is_wrong_with_one_the_others_are_asked() {
    assertEquals(1, besides("gopher://127.0.0.1/").ask().size());
  }

  /** Asks a second witness, too. */
  private WitnessMemory besides(String url) {
    var other = SignerKey.generate("other.example", KeyType.ML_DSA_44, new SecureRandom());
    var policy =
        TlogPolicy.text(TestLog.policy().logs())
            .replace(
                "quorum none\n",
                "witness two " + other.verifier() + " " + url + "\n" + witness.policyLines());
    return new WitnessMemory(
        new Witnesses(policy),
        new WitnessClient(new OutwardClient(PATIENCE, Optional.empty())),
        TestLog.KEYS.origin(),
        TestLog.policy());
  }

  private void require(long size) throws Exception {
    try (var connection = log.database().getConnection()) {
      memory.require(connection, size);
    }
  }

  private void remember(long size) {
    var seen = new Checkpoint(TestLog.KEYS.origin(), size, RootHash.of(new byte[NodeHash.BYTES]));
    witness.remember(TestLog.signed(seen, SEEN));
  }

  private String database() throws Exception {
    try (var connection = log.database().getConnection()) {
      return new PostgresEvents(connection).database();
    }
  }

  /** The log's only entry says that it was led on this database. */
  private void led(String database) throws Exception {
    var members = new LinkedHashMap<String, Object>();
    members.put("size", 0L);
    members.put("epoch", 1L);
    members.put("database", database);
    var body =
        new LogEventWriter(TestLog.KEYS.origin())
            .write(UUID.randomUUID(), SEEN.toEpochMilli(), LogEvent.START, members);
    log.lead(log.database())
        .append(List.of(NewEntry.parse(body, new Readership(Set.of("kr"), List.of()))));
  }
}
