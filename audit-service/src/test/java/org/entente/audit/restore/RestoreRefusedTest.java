package org.entente.audit.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.entente.audit.sequencer.PostgresRecovery;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.entente.audit.tree.TreeDamaged;
import org.entente.log.Checkpoint;
import org.entente.log.KeyType;
import org.entente.log.NodeHash;
import org.entente.log.RootHash;
import org.entente.log.SignerKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is put back that was not signed, or that leaves something out; nothing is lost then. */
@SuppressWarnings("NullAway.Init") // filled before each test
class RestoreRefusedTest extends PostgresTest {

  private static final RootHash OTHER = RootHash.of(new byte[NodeHash.BYTES]);

  @TempDir Path folder;
  private OlderCopy older;

  @BeforeEach
  void a_copy_of_300_of_700_entries() throws Exception {
    older = OlderCopy.of(folder, 300, List.of(300, 100, 300));
  }

  @AfterEach
  void gone() throws Exception {
    older.close();
  }

  @Test
  void a_changed_entry() throws Exception {
    older.mirror.forge("tile/entries/002.p/188");

    assertRefused("do not continue the stored log to the log's checkpoint of size 700");
  }

  @Test
  void an_entry_that_is_no_record() throws Exception {
    older.mirror.spoil("tile/entries/002.p/188", 2);

    assertRefused("entry 512 of the mirror is no record");
  }

  @Test
  void an_entry_of_another_length() throws Exception {
    older.mirror.spoil("tile/entries/001", 0);

    assertRefused("tile/entries/001");
  }

  @Test
  void missing_entries() throws Exception {
    Files.delete(folder.resolve("tile/entries/001"));

    assertRefused("has no tile/entries/001; one of hashes only cannot be put back");
  }

  @Test
  void a_folder_that_is_no_mirror() throws Exception {
    Files.delete(folder.resolve("checkpoint"));

    assertRefused("has no checkpoint");
  }

  @Test
  void a_checkpoint_with_a_spoilt_signature() throws Exception {
    older.mirror.forgeSignature();

    assertRefused("the mirror's checkpoint is not signed by the log");
  }

  @Test
  void a_checkpoint_that_says_more_than_was_signed() throws Exception {
    var text = Files.readString(folder.resolve("checkpoint"));
    older.mirror.write(
        "checkpoint", text.replace("\n700\n", "\n701\n").getBytes(StandardCharsets.UTF_8));

    assertRefused("is not signed by the log");
  }

  @Test
  void another_logs_mirror() throws Exception {
    var random = new SecureRandom();
    var keys =
        List.of(
            SignerKey.generate("another.example/log", KeyType.ED25519, random),
            SignerKey.generate("another.example/log", KeyType.ML_DSA_44, random));
    var note =
        new Checkpoint("another.example/log", 700, OTHER)
            .sign(keys, Instant.ofEpochSecond(1_795_360_200));
    older.mirror.write("checkpoint", note.toByteArray());

    assertRefused("no key for log another.example/log");
  }

  @Test
  void a_checkpoint_of_the_log_kept_under_another_size() throws Exception {
    older.mirror.accepted(450, TestMirror.note(older.log, 400));

    assertRefused("checkpoints/000/000/000/000/450 is the checkpoint of size 400");
  }

  @Test
  void a_mirror_that_does_not_reach_what_a_witness_remembers() throws Exception {
    older.remember(new Checkpoint(TestLog.KEYS.origin(), 705, OTHER));

    assertRefused(
        "the mirror ends at size 700, and witness witness.example has cosigned size 705: entries"
            + " 700 to 704 are not in it");
  }

  @Test
  void a_mirror_shorter_than_the_database_when_a_witness_remembers_more() throws Exception {
    older.mirror.write(
        "checkpoint", TestMirror.note(older.log, 400).getBytes(StandardCharsets.UTF_8));

    assertRefused("the mirror ends at size 400");
  }

  @Test
  void a_log_that_showed_a_witness_something_else() throws Exception {
    older.remember(new Checkpoint(TestLog.KEYS.origin(), 650, OTHER));

    assertRefused("to what witness.example cosigned of size 650");
  }

  @Test
  void witnesses_that_do_not_answer() throws Exception {
    older.witness.away(true);

    assertRefused("too few witnesses answer to tell how long the log was: none does");
  }

  @Test
  void a_service_that_leads() throws Exception {
    older.copy.lead(older.copy.database());

    assertRefused("an audit-service leads this log: stop all of them first");
  }

  @Test
  void a_copy_that_is_damaged_itself() throws Exception {
    older.copy.execute("SET session_replication_role = replica; DELETE FROM entry WHERE idx = 299");

    assertRefused("lacks hashes");
  }

  @Test
  void a_copy_that_went_on_by_itself() throws Exception {
    older.copy.lead(older.copy.database()).append(TestLog.fresh(1));
    older.copy.stop();

    assertRefused("the database is of another past");
  }

  @Test
  void a_database_on_which_nothing_ever_ran() throws Exception {
    try (var empty = TestLog.create(server);
        var connection = empty.database().getConnection()) {
      assertThrows(TreeDamaged.class, () -> PostgresRecovery.begin(connection));
      assertEquals(List.of("0"), empty.column("SELECT epoch FROM log_state"));
    }
  }

  /**
   * What was verified and what is written need not be the same, if somebody changes it meanwhile.
   */
  @Test
  void a_mirror_that_changes_while_it_is_read() throws Exception {
    var before = older.stored();
    try (var connection = older.copy.database().getConnection();
        var recovery = PostgresRecovery.begin(connection).orElseThrow()) {
      var note = TestMirror.note(older.log, 400);
      var signed = TestMirror.checkpoint(note);

      assertThrows(
          TreeDamaged.class,
          () -> recovery.putBack(List.of(TestLog.fresh(100)), signed, note, 1_795_360_200_000L));

      assertEquals(before, older.stored());
      recovery.putBack(List.of(older.entries.subList(300, 400)), signed, note, 1_795_360_200_000L);
      assertEquals(400, recovery.stored().size());
    }
  }

  private void assertRefused(String why) throws Exception {
    var before = older.stored();

    assertEquals(RestoreCommand.REFUSED, older.restore(), older.said());

    assertTrue(older.said().contains(why), older.said());
    assertTrue(older.said().contains("The log was rolled back"), older.said());
    assertEquals(before, older.stored());
  }
}
