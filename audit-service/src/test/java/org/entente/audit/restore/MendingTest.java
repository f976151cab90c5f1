package org.entente.audit.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.entente.audit.fsck.Finding;
import org.entente.audit.fsck.Passes;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that somebody or something changed come back from a mirror, and nothing else does. */
@SuppressWarnings("NullAway.Init") // filled before each test
class MendingTest extends PostgresTest {

  @TempDir Path folder;
  private OlderCopy log;
  private List<String> before;

  @BeforeEach
  void a_whole_log_and_its_mirror() throws Exception {
    log = OlderCopy.of(folder, 600, List.of(300, 300));
    before = log.stored();
  }

  @AfterEach
  void gone() throws Exception {
    log.close();
  }

  @Test
  void changed_bytes_come_back_and_the_log_fits() throws Exception {
    // Given
    owner("UPDATE entry SET body = body || ' '::bytea WHERE idx IN (17, 300)");
    owner("UPDATE entry SET body = ''::bytea WHERE idx = 599");
    assertEquals(3, findings().stream().filter(f -> f.part() == Finding.Part.LOG).count());

    // When
    assertEquals(RestoreCommand.DONE, log.restore(), log.said());

    // Then
    for (var index : List.of(17, 300, 599)) {
      assertTrue(log.said().contains("Put back the bytes of entry " + index + "."), log.said());
    }
    assertEquals(before, log.stored());
    assertEquals(List.of(), findings());
  }

  @Test
  void afterwards_the_log_is_append_only_as_before() throws Exception {
    // Given
    owner("UPDATE entry SET body = ''::bytea WHERE idx = 17");
    log.restore();

    // Then
    assertThrows(
        SQLException.class, () -> log.copy.execute("UPDATE entry SET party = 'eu' WHERE idx = 17"));
  }

  @Test
  void what_the_mirror_has_otherwise_or_not_at_all_stays_damaged_and_is_named() throws Exception {
    // Given
    owner("UPDATE entry SET body = ''::bytea WHERE idx IN (17, 256, 400)");
    log.mirror.forge("tile/entries/001");
    var shorter = TestMirror.note(log.log, 300);
    log.mirror.write("checkpoint", shorter.getBytes(StandardCharsets.UTF_8));

    // When
    assertEquals(RestoreCommand.REFUSED, log.restore(), log.said());

    // Then
    assertTrue(log.said().contains("Put back the bytes of entry 17."), log.said());
    for (var index : List.of(256, 400)) {
      assertTrue(
          log.said().contains("Entry " + index + " is damaged, and the mirror does not have it."),
          log.said());
    }
    assertTrue(log.said().contains("2 entries stay damaged"), log.said());
    assertEquals(
        List.of("", ""),
        log.copy.column("SELECT encode(body, 'hex') FROM entry WHERE idx IN (256, 400)"));
  }

  @Test
  void a_leaf_hash_that_was_changed_takes_no_bytes() throws Exception {
    // Given
    owner("UPDATE entry SET leaf_hash = decode(repeat('ab', 32), 'hex') WHERE idx = 17");

    // When
    assertEquals(RestoreCommand.REFUSED, log.restore(), log.said());

    // Then
    assertFalse(log.said().contains("Put back"), log.said());
    assertFalse(findings().isEmpty());
  }

  @Test
  void a_mirror_without_the_bundle_says_so() throws Exception {
    // Given
    owner("UPDATE entry SET body = ''::bytea WHERE idx = 17");
    Files.delete(folder.resolve("tile/entries/000"));

    // When
    assertEquals(RestoreCommand.REFUSED, log.restore(), log.said());

    // Then
    assertTrue(log.said().contains("has no tile/entries/000"), log.said());
  }

  private void owner(String sql) throws SQLException {
    log.copy.execute("SET session_replication_role = replica;" + sql);
  }

  private List<Finding> findings() throws SQLException {
    try (var connection = log.copy.database().getConnection()) {
      return new Passes(TestLog.policy()).run(connection);
    }
  }
}
