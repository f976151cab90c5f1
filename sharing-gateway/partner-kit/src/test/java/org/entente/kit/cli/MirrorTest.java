package org.entente.kit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.entente.kit.cli.KitRun.Ended;
import org.junit.jupiter.api.Test;

/** A copy of the log at a partner's: whatever happens, it is the log or it says so. */
class MirrorTest extends MirrorDesk {

  @Test
  void a_log_is_copied_as_it_grows() throws IOException {
    copied();
    holds("holds: 300 entries, every tile, and 1 checkpoint.");
    grow(301);
    copied();
    grow(700);
    copied();
    copied();
    holds("holds: 700 entries, every tile, and 3 checkpoints.");

    assertEquals(kit.log.checkpoint().toString(), kit.read("mirror/checkpoint"));
    assertTrue(Files.exists(mirrored("tile/1/000.p/2")));
    assertFalse(Files.exists(mirrored("tile/0/001.p")), "full since");
    assertFalse(Files.exists(mirrored("tile/entries/001.p")), "full since");
  }

  @Test
  void a_log_that_rests_is_mirrored_to_its_end_though_reading_is_an_entry() throws IOException {
    kit.log.recordReading(UnaryOperator.identity());

    copied();
    holds("holds: 302 entries, every tile, and 2 checkpoints.");
    assertEquals(302, kit.log.size());
    copied();
    grow(600);
    copied();

    assertEquals(602, kit.log.size());
    assertEquals(kit.log.checkpoint().toString(), kit.read("mirror/checkpoint"));
    holds("holds: 602 entries");
  }

  @Test
  void what_the_log_says_of_a_reading_counts_only_if_it_is_the_entry() {
    kit.log.recordReading(_ -> "{\"read\":\"another\"}");

    copied();

    holds("holds: 302 entries, every tile, and 2 checkpoints.");
    assertEquals(303, kit.log.size(), "it read what it was not told");
  }

  @Test
  void an_edge_keeps_the_parts_of_the_last_two_checkpoints() {
    for (int size = 301; size < 305; size++) {
      copied();
      grow(size);
    }
    copied();

    assertFalse(Files.exists(mirrored("tile/entries/001.p/46")));
    assertTrue(Files.exists(mirrored("tile/entries/001.p/47")));
    assertTrue(Files.exists(mirrored("tile/entries/001.p/48")));
  }

  @Test
  void killed_at_any_step_it_goes_on_and_never_shows_what_it_has_not() throws IOException {
    copied();
    grow(600);
    for (int step = 1; ; step++) {
      kit.witness = new Killed.AtStep(step);
      try {
        if (kit.run(LOOK).exit() == 0) {
          assertTrue(step > 10, "steps: " + step);
          break;
        }
      } catch (Killed e) {
        // As a process that dies.
      }
      kit.witness = done -> {};
      assertEquals(0, kit.run(VERIFY).exit(), "after step " + step);
    }
    kit.witness = done -> {};
    copied();
    holds("holds: 600 entries");
    assertEquals(kit.log.checkpoint().toString(), kit.read("mirror/checkpoint"));
  }

  @Test
  void one_that_was_idle_while_the_log_changed_its_keys_is_told_which_it_lacks()
      throws IOException {
    // Given
    copied();
    TestLog before = new TestLog(99);
    kit.trust(before.policy());

    // When
    Ended ended = kit.run(LOOK);

    // Then
    assertEquals(1, ended.exit(), ended.err());
    assertTrue(
        ended
            .err()
            .contains(
                "no signature of a trusted key: signed by %s, trusted %s; if the log changed its keys, the policy lacks some (ROTATION.md)"
                    .formatted(kit.log.keyIds(), before.keyIds())),
        ended.err());
  }

  @Test
  void a_spoilt_copy_is_not_built_upon() throws IOException {
    copied();
    spoil("tile/0/001.p/44", 100);
    grow(400);

    Ended ended = kit.run(LOOK);

    assertEquals(1, ended.exit(), ended.err());
    assertTrue(ended.err().contains("does not recompute"), ended.err());
  }

  @Test
  void an_entry_that_is_not_what_was_signed_is_not_taken() throws IOException {
    copied();
    grow(400);
    kit.log.overwriteEntry(350, "{}");

    Ended ended = kit.run(LOOK);

    assertEquals(1, ended.exit());
    assertTrue(ended.err().contains("entry 350: the stored record"), ended.err());
    assertTrue(kit.read("mirror/checkpoint").contains("\n300\n"));
    kit.log.overwriteEntry(350, "{\"time\":350}");
    copied();
    holds("holds: 400 entries");
  }

  @Test
  void a_rewritten_past_convicts_the_log() throws IOException {
    copied();
    String before = kit.read("mirror/checkpoint");
    kit.log.overwriteEntryAndLeaf(3, "{\"time\":4}");
    for (int more = 0; more < 2; more++) { // Of the same size, and of a later one.
      grow(300 + more * 100);
      Ended ended = kit.run(LOOK);
      assertEquals(7, ended.exit(), ended.err());
      assertTrue(ended.err().contains("THE LOG CONTRADICTS ITSELF"), ended.err());
      assertEquals(before, kit.read("mirror/contradiction/earlier"));
      assertEquals(kit.log.checkpoint().toString(), kit.read("mirror/contradiction/later"));
      assertTrue(kit.read("mirror/contradiction/proof").startsWith("root 300 "));
      assertEquals(7, kit.run(LOOK).exit(), "as long as the proof is there");
      for (String name : List.of("earlier", "later", "proof", "")) {
        Files.delete(mirrored("contradiction/" + name));
      }
    }
    holds("holds: 300 entries");
  }

  @Test
  void an_older_log_is_not_followed_and_a_rewritten_older_one_is_convicted() throws IOException {
    grow(400);
    copied();
    byte[] checkpoint = Files.readAllBytes(mirrored("checkpoint"));
    kit.log.shrink(350);
    copied();
    assertArrayEquals(checkpoint, Files.readAllBytes(mirrored("checkpoint")));
    kit.log.overwriteEntryAndLeaf(3, "{\"time\":4}");

    assertEquals(7, kit.run(LOOK).exit());
  }

  @Test
  void a_log_that_stands_still_is_told_loudly() {
    copied();
    kit.clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

    Ended ended = kit.run(LOOK);

    assertEquals(8, ended.exit(), ended.out());
    assertTrue(ended.err().contains("THE LOG STANDS STILL"), ended.err());
    assertEquals(0, kit.run(LOOK + " --stale-after PT2H").exit());
  }

  @Test
  void it_follows_until_a_signal_ends_it_and_takes_an_outage_in_its_stride() {
    int[] looks = {0};
    kit.pause =
        time -> {
          if (!time.equals(Duration.ofSeconds(7))) {
            return true;
          }
          looks[0]++;
          if (looks[0] == 1) {
            grow(400);
            kit.exchange.breakLog(true);
          } else {
            kit.exchange.breakLog(false);
          }
          return looks[0] < 3;
        };

    Ended ended = kit.run("mirror run --to @mirror --every PT7S --retries 0");

    assertEquals(0, ended.exit(), ended.err());
    assertEquals(3, looks[0]);
    assertTrue(ended.err().contains("broke the connection"), ended.err());
    holds("holds: 400 entries");
  }

  @Test
  void without_a_joint_auditor_hashes_alone_are_mirrored() {
    assertEquals(0, kit.run(LOOK + " --hashes-only").exit());

    assertFalse(Files.exists(mirrored("tile/entries")));
    Ended ended = kit.run(VERIFY + " --hashes-only");
    assertEquals(0, ended.exit(), ended.out());
    assertTrue(ended.out().contains("300 entries by their hashes only"), ended.out());
    assertEquals(1, kit.run(VERIFY).exit());
  }

  @Test
  void a_second_process_is_kept_out() {
    kit.pause =
        time -> {
          if (time.equals(Duration.ofSeconds(7))) {
            assertEquals(5, kit.run(LOOK).exit());
          }
          return false;
        };
    assertEquals(0, kit.run("mirror run --to @mirror --every PT7S").exit());
  }
}
