package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
