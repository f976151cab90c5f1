package org.entente.audit.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.entente.audit.offline.CannotRun;
import org.entente.audit.offline.Target;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.entente.log.KeyType;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator without the service sees; the packaged command is tested end to end. */
@SuppressWarnings("NullAway.Init") // filled before each test
class FsckCommandTest extends PostgresTest {

  @TempDir Path folder;
  private TestLog log;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void a_log() throws Exception {
    log = TestLog.create(server);
    log.lead(log.database()).append(TestLog.fresh(1_000));
    log.stop();
    identity(TestLog.KEYS.origin());
  }

  @AfterEach
  void gone() throws SQLException {
    log.close();
  }

  private void identity(String origin) throws SQLException {
    log.execute(
        "DELETE FROM log_identity; INSERT INTO log_identity VALUES (1, '"
            + origin
            + "', '', '', now())");
  }

  @Test
  void a_log_that_fits() throws Exception {
    assertEquals(FsckCommand.SOUND, check(new StateFile(Optional.empty())));
    assertEquals(
        List.of(
            "1000 of 1000 entries, 0 findings",
            "The log fits: " + TestLog.KEYS.origin() + ", 1000 entries."),
        out.toString(UTF_8).lines().toList());
  }

  @Test
  void a_damaged_one_is_named_and_nothing_is_written() throws Exception {
    log.execute("SET session_replication_role = replica; DELETE FROM entry WHERE idx = 300");

    assertEquals(FsckCommand.DAMAGED, check(new StateFile(Optional.empty())));

    var told = out.toString(UTF_8);
    assertTrue(told.contains("entry 300: is missing\n"), told);
    assertTrue(told.contains("The log does NOT fit"), told);
  }

  @Test
  void a_policy_of_other_keys_is_told_which_signed_and_that_keys_may_have_been_changed()
      throws Exception {
    // Given
    var origin = TestLog.KEYS.origin();
    var next = SignerKey.generate(origin, KeyType.ED25519, new SecureRandom()).verifier();
    var policy = TlogPolicy.ofLogs(List.of(next, TestLog.KEYS.mlDsa44()));
    var target = new Target(() -> log.database().getConnection(), policy);

    // When
    assertEquals(FsckCommand.DAMAGED, command().check(target, new StateFile(Optional.empty())));

    // Then
    var told = out.toString(UTF_8);
    assertTrue(
        told.contains(
            "checkpoint 1000: its note does not hold: SIGNATURE_MISSING, no ED25519 signature of "
                + "%s+%s: signed by %s, trusted %s %s; if the log changed its keys, the policy lacks"
                    .formatted(
                        origin,
                        next.idHex(),
                        TestLog.KEYS.ed25519().idHex(),
                        next.idHex(),
                        TestLog.KEYS.mlDsa44().idHex())),
        told);
  }

  @Test
  void what_was_found_before_an_interruption_still_counts() throws Exception {
    var file = new StateFile(Optional.of(folder.resolve("state")));
    file.write(new StateFile.State(TestLog.KEYS.origin(), new Position(512, 512), 2));

    assertEquals(FsckCommand.DAMAGED, check(file));

    var told = out.toString(UTF_8);
    assertTrue(told.startsWith("Going on from entry 512 of "), told);
    assertTrue(told.contains("The log does NOT fit"), told);
    assertFalse(Files.exists(folder.resolve("state")), "the pass is over");
  }

  @Test
  void a_state_of_another_log_or_of_nothing_is_refused() throws Exception {
    var path = folder.resolve("state");
    var file = new StateFile(Optional.of(path));
    for (var text : List.of("", "entente-fsck-1 other 0 0 0", "entente-fsck-1 o x 0 0", "\u0000")) {
      Files.writeString(path, text);
      assertThrows(CannotRun.class, () -> file.read("o"));
    }
  }

  @Test
  void another_log_than_the_keys_are_of_is_not_checked() throws Exception {
    identity("exchange.example/other");

    assertThrows(CannotRun.class, () -> check(new StateFile(Optional.empty())));
  }

  @Test
  void wrong_arguments_say_how_it_is_used() {
    for (var arguments :
        List.of(List.of("--help"), List.of("--state"), List.of("--from", "7"), List.of("x"))) {
      assertEquals(FsckCommand.CANNOT_RUN, command().run(arguments));
    }
    assertTrue(err.toString(UTF_8).startsWith("Usage: fsck"));
  }

  @Test
  void without_a_configuration_it_cannot_run() {
    assertEquals(FsckCommand.CANNOT_RUN, command().run(List.of()));
    assertTrue(err.toString(UTF_8).startsWith("fsck cannot run: "), err.toString(UTF_8));
  }

  private FsckCommand command() {
    return new FsckCommand(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private int check(StateFile state) throws SQLException, IOException {
    var target = new Target(() -> log.database().getConnection(), TestLog.policy());
    return command().check(target, state);
  }
}
