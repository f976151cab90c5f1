package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.entente.kit.cli.KitRun.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackTest {

  private static final String INDICATOR = "indicator--7e5701c7-5621-4969-a259-9f6da0043f92";
  private static final String ABOUT =
      INDICATOR
          + " --author identity--8e6d5c4b-3a29-4180-8f7e-6d5c4b3a2918"
          + " --id 5d1e2f3a-4b5c-4d6e-8f70-8192a3b4c5d6";

  @TempDir private Path folder;
  private KitRun kit;

  @BeforeEach
  void a_desk() throws Exception {
    kit = new KitRun(folder);
    kit.clock = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void a_sighting_is_valid_stix_and_the_same_again_is_the_same() {
    String command = "sighting " + ABOUT + " --count 3 --first-seen 2026-11-20T00:00:00Z";

    String once = written(command);

    assertTrue(once.contains("\"sighting_of_ref\":\"" + INDICATOR + "\",\"count\":3"), once);
    assertTrue(once.contains("\"first_seen\":\"2026-11-20T00:00:00.000Z\""), once);
    assertEquals(once, written(command));
    assertValid(once);
  }

  @Test
  void an_opinion_says_false_positive_unless_told_otherwise() {
    String opinion = written("opinion " + ABOUT + " --because mistaken");

    assertTrue(opinion.contains("\"opinion\":\"strongly-disagree\""), opinion);
    assertTrue(opinion.contains("\"explanation\":\"mistaken\""), opinion);
    assertValid(opinion);
  }

  @Test
  void with_a_collection_it_is_signed_and_submitted_and_the_proof_is_kept() throws IOException {
    TestIntake intake = new TestIntake(kit);
    intake.troubles.add(TestIntake.Trouble.ANSWER_LOST);
    kit.clock = Clock.systemUTC();

    Ended ended =
        kit.run(
            "opinion " + ABOUT + " -c " + KitRun.COLLECTION + " --out @sent --because mistaken");

    assertEquals(0, ended.exit(), ended.err());
    assertEquals(1, intake.objects.size());
    assertTrue(ended.out().contains(": 1 accepted, 0 failed (answered before)."), ended.out());
    assertTrue(
        ended.out().endsWith("opinion--5d1e2f3a-4b5c-4d6e-8f70-8192a3b4c5d6\n"), ended.out());
    assertTrue(kit.read("sent/body.json").contains("\"explanation\":\"mistaken\""));
    assertEquals(
        0,
        kit.run("verify --trust @trust --manifest @sent/manifest.jws --body @sent/body.json")
            .exit());
  }

  @Test
  void a_dry_run_prints_the_object_and_sends_nothing() {
    String printed = written("sighting " + ABOUT + " --dry-run -c " + KitRun.COLLECTION);

    assertTrue(printed.contains("\"type\":\"sighting\""), printed);
    assertTrue(kit.exchange.requests().isEmpty());
  }

  @Test
  void the_same_id_and_time_is_the_same_object_whenever_it_is_said() {
    String command = "opinion " + ABOUT + " --created 2026-11-20T00:00:00Z";
    String once = written(command);
    kit.clock = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

    assertEquals(once, written(command));
  }

  @Test
  void a_private_key_in_it_is_a_usage_error_that_does_not_repeat_it() {
    String key = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";

    Ended ended = kit.run("opinion " + ABOUT + " --because " + key + " -c " + KitRun.COLLECTION);

    assertEquals(2, ended.exit());
    assertFalse((ended.out() + ended.err()).contains(key));
    assertTrue(kit.exchange.requests().isEmpty());
  }

  @Test
  void what_cannot_be_is_a_usage_error() {
    assertEquals(2, kit.run("opinion " + ABOUT + " --opinion maybe").exit());
    assertEquals(2, kit.run("sighting " + ABOUT.replace("indicator--", "")).exit());
    assertEquals(2, kit.run("sighting " + ABOUT + " --count -1").exit());
    assertEquals(
        2,
        kit.run(
                "sighting "
                    + ABOUT
                    + " --first-seen 2026-11-02T00:00:00Z --last-seen 2026-11-01T00:00:00Z")
            .exit());
  }

  private String written(String command) {
    kit.data.reset();
    Ended ended = kit.run(command);
    assertEquals(0, ended.exit(), ended.err());
    return kit.data.toString(UTF_8);
  }

  private void assertValid(String envelope) {
    kit.write("feedback.json", envelope);
    Ended checked = kit.run("check @feedback.json");
    assertEquals("1 object, 0 errors, 0 warnings.\n", checked.out());
  }
}
