package org.entente.audit.fsck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.entente.audit.fsck.Finding.Part;
import org.entente.audit.sequencer.PostgresTest;
import org.entente.audit.sequencer.TestLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an owner of the database changes in the log is named; each change is put back. */
@SuppressWarnings("NullAway.Init") // filled before the first test
class DamagedLogTest extends PostgresTest {

  private static final int BATCH = 300;
  private static final int SIZE = 900;
  private static final String OTHER = "decode(repeat('ab', 32), 'hex')";
  private static final String BOTH =
      "UPDATE entry SET body = body || ' '::bytea, leaf_hash = sha256('\\x00'::bytea || body || '"
          + " '::bytea) WHERE idx = ";

  private static final List<String> TABLES =
      List.of(
          "entry",
          "entry_object",
          "entry_reader",
          "idem",
          "tile",
          "checkpoint",
          "log_state",
          "disclosure",
          "client_seq");

  private static TestLog log;

  @BeforeAll
  static void a_log() throws Exception {
    log = TestLog.create(server);
    var sequencer = log.lead(log.database());
    for (var size = 0; size < SIZE; size += BATCH) {
      sequencer.append(TestLog.fresh(BATCH));
    }
    log.stop();
    for (var table : TABLES) {
      log.execute("CREATE TABLE sound_%1$s AS TABLE %1$s".formatted(table));
    }
  }

  @AfterAll
  static void gone() throws SQLException {
    log.close();
  }

  /** What is done, and one thing that must be found, among others. */
  record Damage(Part part, String found, String sql) {}

  private static Damage ofLog(String found, String sql) {
    return new Damage(Part.LOG, found, sql);
  }

  private static Damage derived(String found, String sql) {
    return new Damage(Part.DERIVED, found, sql);
  }

  static Stream<Damage> entries() {
    return Stream.of(
        ofLog(
            "entry 17: its bytes are not those under its leaf hash",
            "UPDATE entry SET body = body || ' '::bytea WHERE idx = 17"),
        ofLog(
            "entry 17: its leaf hash is not what tile/0/000 has",
            "UPDATE entry SET leaf_hash = " + OTHER + " WHERE idx = 17"),
        ofLog("entry 17: is not what tile/0/000 has", BOTH + "17"),
        ofLog("checkpoint 900: its root is not that of the entries", BOTH + "800"),
        ofLog("log_state: its root is not that of the entries", BOTH + "800"),
        ofLog("entry 17: is missing", "DELETE FROM entry WHERE idx = 17"),
        ofLog("entry 899: is missing", "DELETE FROM entry WHERE idx = 899"));
  }

  static Stream<Damage> order() {
    return Stream.of(
        ofLog(
            "entry 3: is not what tile/0/000 has",
            "UPDATE entry SET idx = 3333 WHERE idx = 3; UPDATE entry SET idx = 3 WHERE idx = 4;"
                + "UPDATE entry SET idx = 4 WHERE idx = 3333"),
        ofLog(
            "checkpoint 900: its root is not that of the entries",
            "UPDATE entry SET idx = 3333 WHERE idx = 803; UPDATE entry SET idx = 803 WHERE idx ="
                + " 804; UPDATE entry SET idx = 804 WHERE idx = 3333"),
        ofLog(
            "entry 18: was sequenced before the one before it",
            "UPDATE entry SET sequenced_ms = sequenced_ms - 1 WHERE idx = 18"),
        ofLog(
            "entry 900: is beyond the head of the log",
            "INSERT INTO entry SELECT 900, leaf_hash, body, sequenced_ms, time_ms, party,"
                + " operation, outcome, code FROM entry WHERE idx = 1"),
        ofLog(
            "entry 512: was sequenced before the one before it",
            "UPDATE entry SET sequenced_ms = 1 WHERE idx = 512"),
        ofLog(
            "entry 5: its bytes are not those under its leaf hash",
            "UPDATE entry SET body = '{}' WHERE idx = 5"));
  }

  static Stream<Damage> tree() {
    return Stream.of(
        ofLog("tile/0/001: is missing", "DELETE FROM tile WHERE n = 1"),
        ofLog(
            "tile/0/001: its root is not that of its hashes",
            "UPDATE tile SET hashes = overlay(hashes placing " + OTHER + " from 161) WHERE n = 1"),
        ofLog(
            "entry 261: is not what tile/0/001 has",
            "UPDATE tile SET hashes = overlay(hashes placing " + OTHER + " from 161) WHERE n = 1"),
        ofLog(
            "tile/0/001: its root is not that of its hashes",
            "UPDATE tile SET root = " + OTHER + " WHERE n = 1"),
        ofLog(
            "tile: there are others than the full ones",
            "INSERT INTO tile SELECT 0, 9, root, hashes FROM tile WHERE n = 1"));
  }

  static Stream<Damage> signatures() {
    return Stream.of(
        ofLog(
            "checkpoint 600: its root is not that of the entries",
            "UPDATE checkpoint SET root = " + OTHER + " WHERE size = 600"),
        ofLog(
            "checkpoint 600: its note does not hold: SIGNATURE_INVALID",
            "UPDATE checkpoint SET note = replace(note, E'\\n600\\n', E'\\n601\\n') WHERE size ="
                + " 600"),
        ofLog(
            "checkpoint 600: its note is of another tree",
            "UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE size = 300) WHERE size"
                + " = 600"),
        ofLog(
            "checkpoint 0: its note does not hold: NOTE_MALFORMED",
            "UPDATE checkpoint SET note = '' WHERE size = 0"),
        ofLog(
            "checkpoint 600: was not signed when its last entry was sequenced",
            "UPDATE checkpoint SET signed_ms = 1 WHERE size = 600"),
        ofLog(
            "checkpoint 900: is missing, or not the last one",
            "DELETE FROM checkpoint WHERE size = 900"),
        ofLog(
            "log_state: its root is not that of the entries",
            "UPDATE log_state SET root = " + OTHER),
        ofLog("entry 899: is beyond the head of the log", "UPDATE log_state SET size = 899"),
        ofLog("tree: log_state has no row", "DELETE FROM log_state"));
  }

  static Stream<Damage> whatIsDerived() {
    return Stream.of(
        derived(
            "entry 17: its idempotency key does not lead to it", "DELETE FROM idem WHERE idx = 17"),
        derived(
            "entry 17: its idempotency key does not lead to it",
            "UPDATE idem SET idx = 18 WHERE idx = 17"),
        derived(
            "entry 17: a key that is not its own leads to it",
            "INSERT INTO idem SELECT gen_random_uuid(), idx, leaf_hash FROM idem WHERE idx = 17"),
        derived(
            "entry 17: is not found by an object it is about",
            "DELETE FROM entry_object WHERE idx = 17"),
        derived(
            "entry 17: is found by an object it is not about",
            "INSERT INTO entry_object VALUES ('indicator--framed', 17)"),
        derived(
            "entry 17: what it is searched by is not what it says",
            "UPDATE entry SET party = 'eu' WHERE idx = 17"),
        derived(
            "entry 17: what it is searched by is not what it says",
            "UPDATE entry SET time_ms = 1 WHERE idx = 17"),
        derived(
            "entry 17: its own party may not read it", "DELETE FROM entry_reader WHERE idx = 17"),
        derived(
            "entry 17: may be read by a party that is not concerned",
            "INSERT INTO entry_reader VALUES ('eu', 17)"));
  }

  static Stream<Damage> whatIsPersonal() {
    var foreign = "entry 17: what is disclosed beside it is not its own";
    return Stream.of(
        derived(foreign, "UPDATE disclosure SET actor = 'somebody-else' WHERE idx = 17"),
        derived(
            foreign,
            "UPDATE disclosure SET disclosures = (SELECT disclosures FROM disclosure WHERE idx ="
                + " 18) WHERE idx = 17"),
        derived(foreign, "UPDATE disclosure SET disclosures = '' WHERE idx = 17"),
        derived(foreign, "UPDATE disclosure SET actor = '-', disclosures = '' WHERE idx = 17"),
        derived(foreign, "INSERT INTO client_seq VALUES ('kr', 'kr-feed', 7, 17)"),
        derived("disclosure: has rows of no entry", "INSERT INTO disclosure VALUES (900, 'x', '')"),
        derived(
            "entry_reader: has rows of no entry", "INSERT INTO entry_reader VALUES ('eu', -1)"));
  }

  @ParameterizedTest
  @MethodSource({"entries", "order", "tree", "signatures", "whatIsDerived", "whatIsPersonal"})
  void it_is_named(Damage damage) throws SQLException {
    var findings = findingsAfter(damage.sql());

    var named = findings.stream().map(Finding::toString).toList();
    assertTrue(named.contains(damage.found()), named.toString());
    var parts = findings.stream().map(Finding::part).distinct().toList();
    assertEquals(
        damage.part() == Part.LOG, parts.contains(Part.LOG), "what is derived is told apart");
  }

  @Test
  void a_log_that_has_forgotten_persons_fits() throws SQLException {
    assertEquals(List.of(), findingsAfter("DELETE FROM disclosure WHERE idx < 500"));
  }

  @Test
  void an_untouched_log_fits() throws SQLException {
    assertEquals(List.of(), findingsAfter(""));
  }

  @Test
  void two_damages_far_apart_are_both_named() throws SQLException {
    var named =
        findingsAfter(BOTH + "17;" + BOTH + "600").stream()
            .filter(finding -> finding.part() == Part.LOG)
            .map(Finding::toString)
            .toList();

    assertEquals(
        List.of("entry 17: is not what tile/0/000 has", "entry 600: is not what tile/0/002 has"),
        named);
  }

  /** What a whole pass finds while this is so; it is put back afterwards. */
  private static List<Finding> findingsAfter(String sql) throws SQLException {
    try (var connection = log.database().getConnection()) {
      asOwner(sql);
      return new Passes(TestLog.policy()).run(connection);
    } finally {
      for (var table : TABLES) {
        asOwner("DELETE FROM %1$s; INSERT INTO %1$s SELECT * FROM sound_%1$s".formatted(table));
      }
    }
  }

  private static void asOwner(String sql) throws SQLException {
    log.execute("SET session_replication_role = replica;" + sql);
  }
}
