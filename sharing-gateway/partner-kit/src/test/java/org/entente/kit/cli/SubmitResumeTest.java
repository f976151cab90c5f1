package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.kit.cli.KitRun.COLLECTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.entente.kit.cli.KitRun.Ended;
import org.entente.kit.cli.TestIntake.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However often a run dies, each object is submitted once. */
class SubmitResumeTest {

  private static final String ID = "x--00000000-0000-4000-8000-00000000000";
  private static final List<String> OBJECTS =
      List.of(object(1), object(2), object(3), object(4), object(5));
  private static final String SUBMIT = "submit -c " + COLLECTION + " @in.ndjson --part-objects 2 ";

  @TempDir private Path folder;
  private KitRun kit;
  private TestIntake intake;

  @BeforeEach
  void five_objects_in_three_parts() throws Exception {
    kit = new KitRun(folder);
    intake = new TestIntake(kit);
    kit.write("in.ndjson", String.join("\n", OBJECTS));
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  private static String object(int n) {
    return "{ \"type\":\"x\",\"id\":\"" + ID + n + "\" }";
  }

  /** One more try after something went wrong; all is well then. */
  private Ended finish(String command) {
    kit.witness = step -> {};
    Ended ended = kit.run(command);
    assertEquals(0, ended.exit(), ended.err());
    return ended;
  }

  @Test
  void a_run_that_dies_at_any_step_goes_on_there() {
    int deaths = 0;
    while (diesAndGoesOn(deaths + 1, SUBMIT + "--journal @j" + deaths)) {
      deaths++;
    }
    assertTrue(deaths >= 20, "every write is a step: " + deaths);
  }

  @Test
  void so_does_one_that_keeps_evidence_and_the_evidence_is_whole() {
    int step = 1;
    while (diesAndGoesOn(step, SUBMIT + "--journal @j%d --out @out%d".formatted(step, step))) {
      String part = "@out" + step + "/000003/";
      String verify = "verify --manifest %smanifest.jws --body %sbody.json".formatted(part, part);
      assertEquals(0, kit.run(verify).exit());
      step += 7;
    }
    assertTrue(step > 40, "every write is a step: " + step);
  }

  /** False when it did not die, since it had no such step. */
  private boolean diesAndGoesOn(int step, String command) {
    intake = new TestIntake(kit);
    kit.witness = new Killed.AtStep(step);
    boolean died = dies(command);

    Ended ended = finish(command);

    assertEquals(OBJECTS, intake.objects, "killed at step " + step);
    assertEquals(3, intake.submissions(), "killed at step " + step);
    assertEquals(3, new HashSet<>(intake.seen).size(), "one manifest for each part");
    assertTrue(ended.out().contains("5 objects in 3 parts: 5 accepted"), ended.out());
    return died;
  }

  private boolean dies(String command) {
    try {
      kit.run(command);
      return false;
    } catch (Killed e) {
      return true;
    }
  }

  @Test
  void a_line_of_the_journal_torn_anywhere_is_as_if_it_had_not_been_begun() throws IOException {
    finish(SUBMIT + "--journal @whole");
    byte[] whole = Files.readAllBytes(kit.path("whole"));
    for (int length = 0; length < whole.length; length += whole.length / 13) {
      Files.write(kit.path("torn"), Arrays.copyOf(whole, length));
      intake = new TestIntake(kit); // Which has not got what the journal did not come to.
      String lines = kit.read("torn").replaceAll("[^\n]*$", ""); // The whole ones.
      long answered = lines.lines().filter(line -> line.startsWith("{\"answered")).count();

      finish(SUBMIT + "--journal @torn");

      List<String> rest = OBJECTS.subList((int) Math.min(2 * answered, 5), 5);
      assertEquals(rest, intake.objects, "torn at " + length);
    }
    Files.write(kit.path("damaged"), "{}\n".getBytes(UTF_8));
    Files.write(kit.path("damaged"), whole, java.nio.file.StandardOpenOption.APPEND);
    assertEquals(5, kit.run(SUBMIT + "--journal @damaged").exit());
  }

  @Test
  void what_is_no_status_is_no_answer() {
    kit.exchange.reply(KitRun.OBJECTS, new TestExchange.Reply(202, kit.log.append("{}"), "<html>"));
    assertEquals(1, kit.run(SUBMIT + "--journal @j").exit());
    kit.exchange.forget(KitRun.OBJECTS);

    finish(SUBMIT + "--journal @j");

    assertEquals(OBJECTS, intake.objects);
  }

  @Test
  void what_is_done_stays_done() {
    Ended first = finish(SUBMIT + "--journal @j --json");
    int requests = kit.exchange.requests().size();

    Ended again = finish(SUBMIT + "--journal @j --json");

    assertEquals(first.out(), again.out());
    assertEquals(requests, kit.exchange.requests().size(), "nothing is asked");
  }

  @Test
  void an_expired_manifest_that_had_arrived_is_found_by_its_evidence() {
    intake.troubles.addAll(List.of(Trouble.NONE, Trouble.ANSWER_LOST));
    assertEquals(4, kit.run(SUBMIT + "--journal @j --retries 0").exit());
    later();

    Ended ended = finish(SUBMIT + "--journal @j");

    assertEquals(OBJECTS, intake.objects);
    assertEquals(3, intake.submissions());
    assertTrue(ended.out().contains("5 accepted"), ended.out());
  }

  @Test
  void an_expired_manifest_that_never_arrived_is_signed_anew_under_another_id() {
    intake.troubles.addAll(List.of(Trouble.NONE, Trouble.LOST));
    assertEquals(4, kit.run(SUBMIT + "--journal @j --retries 0").exit());
    later();

    finish(SUBMIT + "--journal @j");

    assertEquals(OBJECTS, intake.objects);
    assertEquals(3, intake.submissions());
  }

  @Test
  void an_expired_manifest_nobody_can_tell_about_adds_nothing_twice() throws IOException {
    kit.write("in.ndjson", "{\"type\":\"x\",\"id\":\"1\"}");
    intake.troubles.add(Trouble.ANSWER_LOST);
    assertEquals(4, kit.run(SUBMIT + "--journal @j --retries 0").exit());
    later();

    finish(SUBMIT + "--journal @j");

    assertEquals(List.of(kit.read("in.ndjson")), intake.objects);
    assertEquals(2, intake.submissions());
  }

  @Test
  void a_clock_that_is_slow_learns_from_the_exchange_that_a_manifest_has_expired() {
    intake.troubles.add(Trouble.LOST);
    assertEquals(4, kit.run(SUBMIT + "--journal @j --retries 0").exit());
    Clock fast = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
    intake.clock = fast;
    kit.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(4));

    Ended ended = kit.run(SUBMIT + "--journal @j --retries 0");

    // Signed anew with the slow clock: the exchange says so, and nothing was submitted.
    assertEquals(3, ended.exit());
    assertTrue(ended.err().contains("CLAIM_TIME"), ended.err());
    kit.clock = fast;
    finish(SUBMIT + "--journal @j");
    assertEquals(OBJECTS, intake.objects);
  }

  private void later() {
    kit.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
    intake.clock = kit.clock;
  }

  @Test
  void a_journal_is_for_one_submission() {
    finish(SUBMIT + "--journal @j");
    int requests = kit.exchange.requests().size();
    kit.write("other.ndjson", object(9));

    Ended input = kit.run("submit -c " + COLLECTION + " @other.ndjson --journal @j");
    Ended recipient = kit.run(SUBMIT + "--journal @j --recipient eu");
    Ended id = kit.run(SUBMIT + "--journal @j --jti 3f2a9c1e-8d4b-4c6a-9e7f-2b1d0c5a8e64");

    assertEquals("5 5 5", input.exit() + " " + recipient.exit() + " " + id.exit());
    assertTrue(input.err().contains("NOT_THE_SAME: The input is not the one"), input.err());
    assertTrue(recipient.err().contains("of another submission"), recipient.err());
    assertEquals(requests, kit.exchange.requests().size());
    assertFalse(intake.objects.contains(object(9)));
  }

  @Test
  void a_dead_process_lets_go_of_the_journal_and_a_living_one_does_not() throws IOException {
    kit.witness = new Killed.AtStep(3);
    assertThrows(Killed.class, () -> kit.run(SUBMIT + "--journal @j"));
    try (var held = org.entente.kit.file.Disk.real().appending(kit.path("j"))) {
      assertTrue(held.length() > 0);
      kit.witness = step -> {};
      Ended busy = kit.run(SUBMIT + "--journal @j");
      assertTrue(busy.err().contains("in use by another run"), busy.err());
    }
    finish(SUBMIT + "--journal @j");
  }
}
