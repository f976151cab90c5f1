package org.entente.audit.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.entente.audit.fsck.Passes;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an older copy lacks comes back from a mirror as it was, and the log goes on. */
class RestoreTest extends PostgresTest {

  private static final List<String> OF_THE_LOG =
      List.of(
          "SELECT size || ' ' || encode(root, 'hex') FROM log_state",
          "SELECT idx || encode(leaf_hash, 'hex') || encode(body, 'hex') FROM entry ORDER BY idx",
          "SELECT level || ' ' || n || encode(hashes, 'hex') FROM tile ORDER BY level, n",
          "SELECT size || encode(root, 'hex') || note FROM checkpoint ORDER BY size",
          "SELECT uid || ' ' || idx FROM idem ORDER BY idx",
          "SELECT object_id || idx FROM entry_object ORDER BY idx, object_id");

  @TempDir Path folder;

  @Test
  void the_log_is_what_it_was_to_the_byte_and_fits() throws Exception {
    try (var older = OlderCopy.of(folder, 300, List.of(300, 7, 700, 1))) {
      // When
      assertEquals(RestoreCommand.DONE, older.restore(), older.said());

      // Then
      assertTrue(
          older.said().contains("Put back entries 300 to 1007, byte for byte"), older.said());
      for (var sql : OF_THE_LOG.subList(0, 3)) {
        assertEquals(older.log.column(sql), older.copy.column(sql), sql);
      }
      for (var sql : OF_THE_LOG.subList(4, OF_THE_LOG.size())) {
        assertEquals(older.log.column(sql), older.copy.column(sql), sql);
      }
      var later = "SELECT note FROM checkpoint WHERE size > 300 ORDER BY size";
      assertEquals(older.log.column(later), older.copy.column(later));
      assertEquals(List.of(), findings(older));
    }
  }

  @Test
  void it_goes_on_from_there_and_knows_what_was_appended_before() throws Exception {
    try (var older = OlderCopy.of(folder, 10, List.of(10, 5))) {
      // Given
      older.restore();

      // When
      var sequencer = older.copy.lead(older.copy.database());
      var again = sequencer.append(older.entries.subList(8, 15));
      var fresh = TestLog.fresh(1);
      var next = sequencer.append(fresh);

      // Then
      for (var i = 0; i < again.size(); i++) {
        assertEquals(new Appended(8 + i, older.entries.get(8 + i).leaf(), true), again.get(i));
      }
      assertEquals(List.of(new Appended(15, fresh.getFirst().leaf(), false)), next);
      older.copy.stop();
      assertEquals(List.of(), findings(older));
    }
  }

  @Test
  void who_acted_stays_erased_and_who_may_read_is_decided_anew() throws Exception {
    try (var older = OlderCopy.of(folder, 10, List.of(10, 5))) {
      // When
      older.restore();

      // Then
      assertTrue(older.said().contains("stay erased"), older.said());
      assertEquals(List.of("9"), older.copy.column("SELECT max(idx) FROM disclosure"));
      assertEquals(
          List.of("kr"), older.copy.column("SELECT reader FROM entry_reader WHERE idx = 14"));
    }
  }

  @Test
  void each_witness_is_believed_for_itself_where_the_policy_asks_for_both() throws Exception {
    try (var older = OlderCopy.of(folder, 10, List.of(10, 5));
        var another = older.another()) {
      // Given
      var one = older.witness.policyLines().replace("quorum both\n", "");
      var two =
          another
              .policyLines()
              .replace("one", "two")
              .replace("both", "others")
              .replace("quorum others\n", "");

      // When
      var exit = older.restore(one + two + "group all all both others\nquorum all\n");

      // Then
      assertEquals(RestoreCommand.DONE, exit, older.said());
    }
  }

  @Test
  void which_entries_came_back_waits_to_be_told_as_one() throws Exception {
    try (var older = OlderCopy.of(folder, 10, List.of(10, 5, 7, 300))) {
      // When
      older.restore();

      // Then
      assertEquals(
          List.of("10 322 true"),
          older.copy.column(
              "SELECT first_idx || ' ' || end_idx || ' ' || (told IS NULL) FROM put_back"));
    }
  }

  @Test
  void a_database_that_lost_everything_gets_all_of_it() throws Exception {
    try (var older = OlderCopy.of(folder, 0, List.of(400, 300))) {
      // When
      assertEquals(RestoreCommand.DONE, older.restore(), older.said());

      // Then
      assertEquals(List.of("700"), older.copy.column("SELECT count(*) FROM entry"));
      assertEquals(List.of(), findings(older));
    }
  }

  @Test
  void a_mirror_served_by_a_web_server_without_its_history_will_do() throws Exception {
    try (var older = OlderCopy.of(folder.resolve("whole"), 10, List.of(10, 600, 40))) {
      // Given
      var downloaded = new TestMirror(folder.resolve("downloaded"));
      for (var place :
          List.of("checkpoint", "tile/entries/000", "tile/entries/001", "tile/entries/002.p/138")) {
        downloaded.write(place, Files.readAllBytes(older.mirror.folder().resolve(place)));
      }

      // When
      assertEquals(RestoreCommand.DONE, older.restore(downloaded.folder()), older.said());

      // Then
      assertEquals(
          List.of("0", "10", "650"),
          older.copy.column("SELECT size FROM checkpoint ORDER BY size"));
      assertEquals(List.of(), findings(older));
    }
  }

  @Test
  void where_nothing_is_missing_nothing_is_done() throws Exception {
    try (var older = OlderCopy.of(folder, 15, List.of(10, 5))) {
      // Given
      var before = older.stored();

      // When
      assertEquals(RestoreCommand.DONE, older.restore(), older.said());

      // Then
      assertTrue(older.said().contains("Nothing is missing: the log has 15 entries"));
      assertEquals(before, older.stored());
    }
  }

  @Test
  void a_mirror_that_lags_behind_a_database_that_lacks_nothing_is_no_reason_to_refuse()
      throws Exception {
    try (var older = OlderCopy.of(folder, 15, List.of(10, 5))) {
      // Given
      var lagging = TestMirror.note(older.log, 10);
      older.mirror.write("checkpoint", lagging.getBytes(StandardCharsets.UTF_8));
      var before = older.stored();

      // When
      assertEquals(RestoreCommand.DONE, older.restore(), older.said());

      // Then
      assertTrue(older.said().contains("Nothing is missing: the log has 15 entries"));
      assertEquals(before, older.stored());
    }
  }

  private static List<?> findings(OlderCopy older) throws SQLException {
    try (var connection = older.copy.database().getConnection()) {
      return new Passes(TestLog.policy()).run(connection);
    }
  }
}
