package org.entente.kit.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.entente.kit.file.FileMismatch;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.manifest.Revocation;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.manifest.SigningTrust;
import org.entente.kit.sequence.SequenceVerifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers are given once, whatever happens, and nothing leaves the record unseen. */
class RequestJournalTest {

  private static final String ROOT = "https://gw.example/taxii2/exchange/";
  private static final Asked ASKED =
      new Asked("GET", ROOT, Optional.of("limit=1"), Optional.empty());
  private static final Reply GIVEN =
      new Reply.Given(200, Optional.of("0;leaf"), Sha256.of(new byte[0]));

  @TempDir private static Path keys;
  private static TestJournal journals;

  @TempDir private Path desk;

  @BeforeAll
  static void createKeys() throws IOException {
    journals = TestJournal.create(keys);
  }

  @Test
  void requests_are_numbered_from_one_and_chained() {
    var journal = journal(step -> {});

    for (long n = 1; n <= 3; n++) {
      Numbered numbered = journal.ask(ASKED);
      journal.came(numbered, GIVEN);
      assertEquals(n, numbered.number());
    }

    var read = read();
    assertEquals(List.of(), read.findings());
    assertEquals(3, read.attempts().size());
    assertEquals(Optional.of(GIVEN), read.attempts().getLast().reply());
  }

  @Test
  void a_request_tried_again_keeps_its_number_and_is_stated_anew() {
    var journal = journal(step -> {});
    Numbered lost = journal.ask(ASKED);
    journal.came(lost, new Reply.None("The connection broke."));

    Numbered again = journal.ask(ASKED);
    journal.came(again, new Reply.Refused(503, "AUDIT_UNAVAILABLE", Optional.empty()));
    Numbered third = journal.ask(ASKED);
    journal.came(third, GIVEN);
    Numbered next = journal.ask(ASKED);

    assertEquals(
        List.of(1L, 1L, 1L, 2L),
        List.of(lost.number(), again.number(), third.number(), next.number()));
    assertFalse(lost.statement().equals(again.statement()));
    assertEquals(List.of(), read().findings());
  }

  @Test
  void another_request_gets_a_number_of_its_own_though_one_is_open() {
    var journal = journal(step -> {});
    journal.came(journal.ask(ASKED), new Reply.None("The connection broke."));

    assertEquals(
        2, journal.ask(new Asked("GET", ROOT, Optional.empty(), Optional.empty())).number());
  }

  @Test
  void many_at_once_never_share_a_number() throws Exception {
    List<Callable<List<Long>>> work = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      var own = journal(step -> {}); // As another process would: nothing is shared but the files.
      work.add(() -> {
        List<Long> numbers = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
          Numbered numbered = own.ask(ASKED);
          numbers.add(numbered.number());
          own.came(numbered, GIVEN);
        }
        return numbers;
      });
    }

    Set<Long> given = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var numbers : threads.invokeAll(work)) {
        numbers.get().forEach(number -> assertTrue(given.add(number), "twice: " + number));
      }
    }

    assertEquals(40, given.size());
    assertEquals(List.of(), read().findings());
  }

  @Test
  void a_crash_at_any_step_costs_at_most_the_number_it_was_giving() {
    boolean crashed = true;
    for (int at = 0; crashed; at++) {
      Path folder = desk.resolve("crash" + at);
      Set<Long> used = new HashSet<>();
      used.add(journal(folder, step -> {}).ask(ASKED).number());
      AtomicInteger left = new AtomicInteger(at);
      try {
        used.add(journal(folder, step -> dieAtZero(left)).ask(ASKED).number());
        crashed = false;
      } catch (Died e) {
        crashed = true;
      }

      var afterwards = journal(folder, step -> {});
      Numbered next = afterwards.ask(ASKED);

      assertTrue(used.add(next.number()), "twice after a crash at step " + at);
      assertTrue(next.number() <= 3, "step " + at + " gave " + next.number());
      assertEquals(
          List.of(), JournalReading.of(folder, journals.verifier()).findings(), "step " + at);
    }
  }

  @Test
  void what_a_torn_write_left_is_taken_away() throws IOException {
    journal(step -> {}).ask(ASKED);
    Files.writeString(file(), "{\"asked\":2,\"at", StandardOpenOption.APPEND);

    assertEquals(2, journal(step -> {}).ask(ASKED).number());
    assertEquals(List.of(), read().findings());
  }

  @Test
  void a_journal_that_was_moved_away_is_begun_anew_and_counted_on() throws IOException {
    journal(step -> {}).ask(ASKED);
    Files.move(file(), desk.resolve("archived.ndjson"));

    assertEquals(2, journal(step -> {}).ask(ASKED).number());
    assertEquals(List.of(), read().findings());
    assertEquals(2, read().first());
  }

  @Test
  void a_crash_while_a_journal_is_begun_anew_stops_nothing() throws IOException {
    boolean crashed = true;
    for (int at = 0; crashed; at++) {
      Path folder = desk.resolve("anew" + at);
      long before = journal(folder, step -> {}).ask(ASKED).number();
      Files.move(JournalFolder.file(folder), desk.resolve("archived" + at));
      AtomicInteger left = new AtomicInteger(at);
      try {
        before = journal(folder, step -> dieAtZero(left)).ask(ASKED).number();
        crashed = false;
      } catch (Died e) {
        crashed = true;
      }

      assertTrue(journal(folder, step -> {}).ask(ASKED).number() > before, "step " + at);
      assertEquals(List.of(), JournalReading.of(folder, journals.verifier()).findings());
    }
  }

  @Test
  void without_its_end_a_journal_is_not_written_on_and_does_not_verify() throws IOException {
    journal(step -> {}).ask(ASKED);
    String before = Files.readString(file());
    journal(step -> {}).ask(ASKED);
    Files.writeString(file(), before);

    assertThrows(FileTrouble.class, () -> journal(step -> {}).ask(ASKED));
    assertEquals(
        List.of("the journal is shorter than its counter says: lines were taken from its end"),
        read().findings());
  }

  @Test
  void a_changed_a_missing_and_a_moved_line_are_found() throws IOException {
    var journal = journal(step -> {});
    for (int n = 0; n < 3; n++) {
      journal.came(journal.ask(ASKED), GIVEN);
    }
    List<String> lines = Files.readAllLines(file());

    assertFound("line 4: it does not follow the line before", changed(lines, 2, "200", "404"));
    assertFound("line 3: it does not follow the line before", without(lines, 2));
    assertFound("line 4: it does not follow the line before", without(lines, 3));
  }

  @Test
  void a_journal_of_another_client_is_not_written_on() {
    journal(step -> {}).ask(ASKED);
    var other = journals.open(desk.resolve("journal"), "kr-other", step -> {});

    assertThrows(FileMismatch.class, () -> other.ask(ASKED));
  }

  @Test
  void a_statement_by_a_stranger_is_found() {
    journal(step -> {}).ask(ASKED);
    var nobody =
        new SequenceVerifier(new SigningTrust(List.of(), Revocation.none(), Clock.systemUTC()));

    var findings = JournalReading.of(desk.resolve("journal"), nobody).findings();

    assertTrue(
        findings.getFirst().startsWith("line 2: the statement does not verify"),
        findings::toString);
  }

  private void assertFound(String finding, List<String> lines) throws IOException {
    Files.write(file(), lines, UTF_8);
    var findings = read().findings();
    assertTrue(findings.contains(finding), findings::toString);
  }

  private static List<String> changed(List<String> lines, int at, String from, String to) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(at, lines.get(at).replace(from, to));
    return changed;
  }

  private static List<String> without(List<String> lines, int at) {
    List<String> fewer = new ArrayList<>(lines);
    fewer.remove(at);
    return fewer;
  }

  private static void dieAtZero(AtomicInteger left) {
    if (left.getAndDecrement() == 0) {
      throw new Died();
    }
  }

  private static final class Died extends RuntimeException {}

  private Path file() {
    return JournalFolder.file(desk.resolve("journal"));
  }

  private JournalReading.Journal read() {
    return JournalReading.of(desk.resolve("journal"), journals.verifier());
  }

  private RequestJournal journal(Consumer<String> witness) {
    return journal(desk.resolve("journal"), witness);
  }

  private static RequestJournal journal(Path folder, Consumer<String> witness) {
    return journals.open(folder, "kr-feed", witness);
  }
}
