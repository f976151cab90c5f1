package org.entente.audit.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.audit.TestWitness;
import org.entente.audit.outward.OutwardClient;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.entente.audit.tree.PostgresLog;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.audit.witness.WitnessStanding.State;
import org.entente.log.Checkpoint;
import org.entente.log.NodeHash;
import org.entente.log.RootHash;
import org.entente.log.TlogPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a witness answers counts as far as it is signed. */
@SuppressWarnings("NullAway.Init") // filled before each test
class CourierTest extends PostgresTest {

  private final WitnessStanding standing =
      new WitnessStanding(new SimpleMeterRegistry(), Clock.systemUTC());
  private TestLog log;
  private TestWitness witness;
  private Courier courier;

  @BeforeEach
  void a_log_of_three_entries_and_its_witness() throws Exception {
    log = TestLog.create(server);
    log.execute(TestLog.migration("V2__cosignature.sql"));
    log.lead(log.database()).append(TestLog.fresh(3));
    log.stop();
    witness = new TestWitness(TestLog.policy().logs());
    var policy =
        TlogPolicy.text(TestLog.policy().logs()).replace("quorum none\n", witness.policyLines());
    var address = new Witnesses(policy).addresses().getFirst();
    var client = new WitnessClient(new OutwardClient(Duration.ofSeconds(10), Optional.empty()));
    var memory =
        new WitnessMemory(new Witnesses(policy), client, TestLog.KEYS.origin(), TestLog.policy());
    standing.expect(address);
    courier = new Courier(address, client, memory, new PostgresLog(log.database()), standing);
  }

  @AfterEach
  void gone() throws Exception {
    witness.close();
    log.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "9999999999", "18446744073709551615"})
  void a_number_that_nobody_signed_is_told_and_forgotten(String claimed) {
    // Given
    witness.claim(claimed);

    // When
    courier.carry(newest());

    // Then
    assertFalse(state().ahead(), state().trouble());
    assertEquals(
        "it claims size " + claimed + " and shows size 0, this log ends at 3", state().trouble());

    // And when
    witness.claimNothing();
    courier.carry(newest());

    // Then
    assertEquals(3, state().size());
    assertEquals("", state().trouble());
  }

  @Test
  void a_checkpoint_that_log_and_witness_signed_says_that_an_older_copy_runs() {
    // Given
    var root = RootHash.of(new byte[NodeHash.BYTES]);
    var seen = new Checkpoint(TestLog.KEYS.origin(), 5, root);
    witness.remember(TestLog.signed(seen, Instant.ofEpochSecond(1_795_360_200)));
    witness.claim("9999999999");

    // When
    courier.carry(newest());

    // Then
    assertTrue(state().ahead());
    assertEquals(
        "it has cosigned size 5, this log ends at 3: an older copy runs", state().trouble());
  }

  @Test
  void what_is_cosigned_is_kept_under_each_of_its_keys() throws Exception {
    courier.carry(newest());

    assertEquals(List.of("2"), log.column("SELECT count(*) FROM cosignature WHERE size = 3"));
  }

  private StoredCheckpoint newest() {
    return new PostgresLog(log.database()).read("reading", StoredCheckpoint::latest);
  }

  private State state() {
    return standing.all().values().iterator().next();
  }
}
