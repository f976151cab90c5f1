package org.entente.audit.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.entente.audit.tree.PostgresTiles;
import org.entente.audit.tree.StoredCheckpoint;
import org.entente.log.AddCheckpoint;
import org.entente.log.Checkpoint;
import org.entente.log.EvidenceRejected;
import org.entente.log.EvidenceRejected.Reason;
import org.entente.log.LeafHash;
import org.entente.log.Octets;
import org.entente.log.ProofBuilder;
import org.entente.log.SignedNote;
import org.entente.log.TlogProof;
import org.entente.log.WitnessRule;
import org.entente.log.WitnessRule.Verdict;
import org.entente.pki.Pki;
import org.entente.pki.TimeStamper;
import org.entente.timestamp.TimeStampRejected;
import org.entente.timestamp.TimeStampReply;
import org.entente.timestamp.TimeStampRequest;
import org.entente.timestamp.TimeStampTrust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever has the log's keys can write another history that contradicts nothing of itself. What
 * others hold of the true one convicts it.
 */
@SuppressWarnings("NullAway.Init") // filled before each test
class RewrittenHistoryTest extends PostgresTest {

  private static final int SIZE = 600;

  private TestLog truth;
  private TestLog forgery;
  private SignedNote kept;
  private SignedNote forged;

  @BeforeEach
  void two_histories_of_one_log() throws Exception {
    truth = TestLog.create(server);
    forgery = TestLog.create(server);
    for (var log : List.of(truth, forgery)) {
      log.lead(log.database()).append(TestLog.fresh(SIZE));
      log.stop();
    }
    kept = newest(truth);
    forged = newest(forgery);
  }

  private static SignedNote newest(TestLog log) throws SQLException {
    try (var connection = log.database().getConnection()) {
      return StoredCheckpoint.latest(connection).signed();
    }
  }

  @AfterEach
  void gone() throws SQLException {
    truth.close();
    forgery.close();
  }

  @Test
  void alone_it_fits_and_is_signed_so_that_it_takes_others_to_see_it() throws Exception {
    try (var connection = forgery.database().getConnection()) {
      assertEquals(List.of(), new Passes(TestLog.policy()).run(connection));
    }
    TestLog.policy().verify(forged);
  }

  @Test
  void two_signed_roots_of_one_size_convict_the_keys() {
    var one = TestLog.policy().verify(kept);
    var other = TestLog.policy().verify(forged);

    assertEquals(one.size(), other.size());
    assertNotEquals(one.root(), other.root());
  }

  @Test
  void a_kept_receipt_is_not_of_it() throws Exception {
    var leaf = leaf(truth, 17);
    TlogProof receipt;
    try (var connection = truth.database().getConnection()) {
      var proof = new ProofBuilder(new PostgresTiles(connection), SIZE).inclusion(17);
      receipt = new TlogProof(Octets.EMPTY, 17, proof.path(), kept);
    }
    receipt.verify(leaf, TestLog.policy());
    var moved = new TlogProof(Octets.EMPTY, 17, receipt.path(), forged);

    var refused = assertThrows(EvidenceRejected.class, () -> moved.verify(leaf, TestLog.policy()));

    assertEquals(Reason.ROOT_MISMATCH, refused.reason());
  }

  private static LeafHash leaf(TestLog log, long index) throws SQLException {
    try (var connection = log.database().getConnection()) {
      return new PostgresChunk(connection).read(0, 256).rows().get(Math.toIntExact(index)).stored();
    }
  }

  @Test
  void a_witness_does_not_cosign_it_at_any_size() throws Exception {
    var rule = new WitnessRule(List.of(TestLog.KEYS.ed25519(), TestLog.KEYS.mlDsa44()));
    var remembered = Optional.of(Checkpoint.parse(kept.text()));
    var same = new AddCheckpoint(SIZE, List.of(), forged);
    assertRefused(rule.decide(same.toByteArray(), _ -> remembered));

    forgery.lead(forgery.database()).append(TestLog.fresh(100));
    forgery.stop();
    try (var connection = forgery.database().getConnection()) {
      var larger = StoredCheckpoint.latest(connection).signed();
      var proofs = new ProofBuilder(new PostgresTiles(connection), SIZE + 100L);
      var grown = new AddCheckpoint(SIZE, proofs.consistency(SIZE).path(), larger);
      assertRefused(rule.decide(grown.toByteArray(), _ -> remembered));
    }
  }

  private static void assertRefused(Verdict verdict) {
    assertEquals(422, assertInstanceOf(Verdict.Refuse.class, verdict).status());
  }

  @Test
  void it_has_no_time_stamp_of_the_day_it_is_said_to_be_of(@TempDir Path folder) throws Exception {
    var korea = Pki.create(folder, Clock.systemUTC(), "kr").party("kr");
    var trust = trust(korea.timeStampAnchor());
    var asked = TimeStampRequest.of(bytes(kept), BigInteger.TEN, Optional.empty());
    var stamp = new TimeStamper(korea.timeStamper(), Clock.systemUTC()).answer(asked.toByteArray());

    TimeStampReply.parse(stamp).verify(bytes(kept), trust);
    var refused =
        assertThrows(
            TimeStampRejected.class,
            () -> TimeStampReply.parse(stamp).verify(bytes(forged), trust));

    assertEquals(TimeStampRejected.Reason.IMPRINT_MISMATCH, refused.reason());
  }

  private static TimeStampTrust trust(Path anchors) throws IOException {
    return TimeStampTrust.ofPem(new ByteArrayInputStream(Files.readAllBytes(anchors)));
  }

  private static byte[] bytes(SignedNote note) {
    return note.text().getBytes(UTF_8);
  }

  @Test
  void without_the_keys_it_is_not_even_signed() throws Exception {
    try (var connection = forgery.database().getConnection()) {
      var note = kept.toString().replace("'", "''");
      forgery.execute(
          "SET session_replication_role = replica; UPDATE checkpoint SET note = '"
              + note
              + "' WHERE size = "
              + SIZE);

      var found = new Passes(TestLog.policy()).run(connection).toString();

      assertEquals("[checkpoint " + SIZE + ": its note is of another tree]", found);
    }
  }
}
