package org.entente.audit.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.audit.identity.LogKeys;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
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

/** What the quorum has cosigned is found, however long one witness was away. */
@SuppressWarnings("NullAway.Init") // filled before each test
class WitnessedCheckpointsTest extends PostgresTest {

  private static final int LONG = 300;
  private static final String ORIGIN = TestLog.KEYS.origin();
  private static final Instant AT = Instant.ofEpochSecond(1_795_360_200);
  private static final SignerKey KOREA = key("kr.example", KeyType.ED25519_COSIGNATURE);
  private static final SignerKey EU = key("eu.example", KeyType.ED25519_COSIGNATURE);
  private static final List<SignerKey> NEXT =
      List.of(key(ORIGIN, KeyType.ED25519), key(ORIGIN, KeyType.ML_DSA_44));

  private static final String INSERT =
      "INSERT INTO checkpoint (size, root, note, signed_ms) VALUES (?, ?, ?, 1795360200000)";

  private TestLog log;

  private static SignerKey key(String name, KeyType type) {
    return SignerKey.generate(name, type, new SecureRandom());
  }

  @BeforeEach
  void a_log_without_checkpoints() throws Exception {
    log = TestLog.create(server);
    log.execute(TestLog.migration("V2__cosignature.sql"));
  }

  @AfterEach
  void gone() throws Exception {
    log.close();
  }

  @Test
  void entries_of_a_long_absence_are_witnessed_when_the_witness_is_back() throws Exception {
    // Given
    cosigned(1, KOREA, EU);
    for (var size = 2; size < LONG; size++) {
      cosigned(size, KOREA);
    }

    // Then
    assertEquals(Optional.of(1L), newest());
    assertEquals(Optional.of(1L), covering(0));
    assertEquals(Optional.empty(), covering(1));

    // When
    cosigned(LONG, KOREA, EU);

    // Then
    assertEquals(Optional.of((long) LONG), newest());
    assertEquals(Optional.of((long) LONG), covering(1));
    assertEquals(Optional.empty(), covering(LONG));
  }

  @Test
  void what_they_last_met_at_is_found_behind_the_absences_of_both() throws Exception {
    cosigned(1, KOREA, EU);
    for (var size = 2; size < LONG; size++) {
      cosigned(size, size < LONG / 2 ? KOREA : EU);
    }

    assertEquals(Optional.of(1L), newest());
  }

  @Test
  void what_only_dropped_keys_of_the_log_signed_is_witnessed_by_the_newest() throws Exception {
    // Given
    for (var size = 1; size < LONG; size++) {
      cosigned(size, KOREA, EU);
    }
    stored(new Checkpoint(ORIGIN, LONG, root()).sign(NEXT, AT), LONG, KOREA);
    var later = witnessed(new LogKeys(ORIGIN, NEXT.getFirst(), NEXT.getLast()));

    // Then
    try (var connection = log.database().getConnection()) {
      assertEquals(Optional.empty(), later.newest(connection));
      assertEquals(Optional.empty(), later.covering(connection, 0));
      var standing = later.standing(connection);
      assertEquals(
          List.of(LONG - 1L, (long) LONG),
          standing.witnesses().stream().map(WitnessedCheckpoints.Cosigned::size).toList());
    }

    // When
    stored(new Checkpoint(ORIGIN, LONG + 1, root()).sign(NEXT, AT), LONG + 1, KOREA, EU);

    // Then
    try (var connection = log.database().getConnection()) {
      assertEquals(Optional.of(LONG + 1L), size(later.newest(connection)));
      assertEquals(Optional.of(LONG + 1L), size(later.covering(connection, 0)));
    }
  }

  private Optional<Long> newest() throws Exception {
    try (var connection = log.database().getConnection()) {
      return size(witnessed(TestLog.KEYS).newest(connection));
    }
  }

  private Optional<Long> covering(long index) throws Exception {
    try (var connection = log.database().getConnection()) {
      return size(witnessed(TestLog.KEYS).covering(connection, index));
    }
  }

  private static Optional<Long> size(Optional<SignedNote> note) {
    return note.map(found -> Checkpoint.parse(found.text()).size());
  }

  private static WitnessedCheckpoints witnessed(LogKeys keys) {
    var witnesses =
        "witness eu %s\nwitness kr %s\ngroup both all eu kr\nquorum both\n"
            .formatted(EU.verifier(), KOREA.verifier());
    return new WitnessedCheckpoints(
        new Witnesses(TlogPolicy.text(keys.signing()).replace("quorum none\n", witnesses)));
  }

  private void cosigned(long size, SignerKey... by) throws Exception {
    stored(TestLog.signed(new Checkpoint(ORIGIN, size, root()), AT), size, by);
  }

  private void stored(SignedNote note, long size, SignerKey... by) throws Exception {
    try (var connection = log.database().getConnection();
        var insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, size);
      insert.setBytes(2, new byte[NodeHash.BYTES]);
      insert.setString(3, note.toString());
      insert.executeUpdate();
      for (var key : by) {
        new PostgresCosignatures(connection)
            .insert(size, key.verifier(), key.sign(note.text(), AT));
      }
    }
  }

  private static RootHash root() {
    return RootHash.of(new byte[NodeHash.BYTES]);
  }
}
