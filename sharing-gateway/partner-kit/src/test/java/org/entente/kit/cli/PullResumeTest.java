package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.kit.cli.KitRun.COLLECTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.kit.cli.KitRun.Ended;
import org.entente.kit.cli.TestExchange.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However often a run dies, each object is received once. */
class PullResumeTest {

  private static final String PULL = "pull -c " + COLLECTION + " ";
  private static final Reply BUSY = new Reply(503, "", "{\"error_code\":\"STORE_UNAVAILABLE\"}");

  @TempDir private Path folder;
  private KitRun kit;
  private TestCollection collection;

  @BeforeEach
  void five_objects_in_three_pages() throws Exception {
    kit = new KitRun(folder);
    collection = new TestCollection(kit).add(1, 5);
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  private static String lines(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(n -> TestCollection.object(n).replace('\n', ' ') + "\n")
        .reduce("", String::concat);
  }

  private static List<String> objects(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(TestCollection::object).toList();
  }

  /** What the folder holds, in the order of the names. */
  private List<String> kept(String name) throws IOException {
    try (var files = Files.list(kit.path(name))) {
      return files.sorted().map(PullResumeTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void filters_go_with_every_page_and_belong_to_the_place() {
    String filters = " --match type=x,y --match version=all";
    assertEquals(0, pull("--ndjson @got.ndjson" + filters).exit());

    assertTrue(
        kit.exchange.requests().stream()
            .map(TestExchange.Request::uri)
            .filter(uri -> uri.startsWith(KitRun.OBJECTS))
            .allMatch(uri -> uri.endsWith("match%5Btype%5D=x%2Cy&match%5Bversion%5D=all")));
    assertEquals(0, pull("--ndjson @got.ndjson" + filters).exit());
    Ended other = kit.run(PULL + "--ndjson @got.ndjson");
    assertEquals(5, other.exit());
    assertTrue(other.err().contains("another --match (type=x,y version=all, not none)"));
    assertEquals(2, kit.run(PULL + "--match name=x").exit());
    assertEquals(2, kit.run(PULL + "--match type=x --match type=y").exit());
  }

  private Ended pull(String options) {
    kit.witness = step -> {};
    Ended ended = kit.run(PULL + options);
    assertEquals(0, ended.exit(), ended.err());
    return ended;
  }

  private boolean dies(String options, int step) {
    kit.witness = new Killed.AtStep(step);
    try {
      kit.run(PULL + options);
      return false;
    } catch (Killed e) {
      return true;
    }
  }

  @Test
  void a_run_that_dies_at_any_step_goes_on_there() throws IOException {
    collection = new TestCollection(kit).add(1, 3); // Two pages tell all that five do.
    int deaths = 0;
    for (boolean died = true; died; deaths++) {
      String options = "--out @got%d --ndjson @lines%d".formatted(deaths, deaths);
      died = dies(options, 2 * deaths + 1); // After one step is before the next: the same disk.

      pull(options);

      assertEquals(objects(1, 3), kept("got" + deaths + "/objects"), "killed at step " + deaths);
      assertEquals(2, kept("got" + deaths + "/pages").size());
      assertEquals(lines(1, 3), kit.read("lines" + deaths), "killed at step " + deaths);
    }
    assertTrue(deaths > 12, "every write is a step: " + deaths);
  }

  @Test
  void what_came_after_the_crash_and_what_was_withdrawn_leave_no_trace_of_the_torn_run()
      throws IOException {
    String options = "--out @got --ndjson @lines";
    assertTrue(dies(options, 25));
    collection.forgetNexts();
    collection.add(6, 7);

    pull(options);

    assertEquals(objects(1, 7), kept("got/objects"));
    assertEquals(lines(1, 7), kit.read("lines"));
  }

  @Test
  void the_next_run_gets_only_what_is_new() throws IOException {
    pull("--out @got");
    Ended nothing = pull("--out @got");
    collection.add(6, 6);

    Ended one = pull("--out @got");

    assertEquals(
        List.of("Received 0 objects in 0 pages.", "Went on behind 5 objects."),
        nothing.out().lines().toList());
    assertEquals("Received 1 object in 1 page.", one.out().lines().findFirst().orElseThrow());
    assertEquals(objects(1, 6), kept("got/objects"));
    assertTrue(Files.exists(kit.path("got.state")));
  }

  @Test
  void a_next_the_exchange_has_forgotten_is_replaced_by_the_time_of_the_last_object()
      throws IOException {
    for (int step = 1; !state().contains("\"next\""); step++) {
      dies("--ndjson @lines", step);
    }
    collection.forgetNexts();

    pull("--ndjson @lines");

    assertEquals(lines(1, 5), kit.read("lines"));
  }

  private String state() throws IOException {
    return Files.exists(kit.path("lines.state")) ? kit.read("lines.state") : "";
  }

  @Test
  void an_outage_halfway_is_waited_out() throws IOException {
    collection.troubles.addAll(List.of(BUSY, new Reply(0, "", ""), BUSY));

    pull("--ndjson @lines");

    assertEquals(lines(1, 5), kit.read("lines"));
    // A connection that breaks before a GET is answered is renewed by the platform.
    assertEquals(List.of(1L, 2L), kit.waits.stream().map(Duration::toSeconds).toList());
  }

  @Test
  void a_place_is_for_one_reading() throws IOException {
    pull("--ndjson @lines --state @place");
    kit.profile("kr-auditor", kit.exchange.url());
    String other = "9d3c1b7a-5e2f-4c8d-8a6b-1f0e2d4c6b80";

    Ended collection = kit.run("pull -c " + other + " --ndjson @lines --state @place");
    Ended filter =
        kit.run(PULL + "--ndjson @lines --state @place --added-after 2026-11-01T00:00:00Z");
    kit.write("kr-feed.properties", kit.read("kr-auditor.properties"));
    Ended client = kit.run(PULL + "--ndjson @lines --state @place");

    assertTrue(collection.err().contains("for another collection"), collection.err());
    assertTrue(filter.err().contains("for another --added-after"), filter.err());
    assertTrue(client.err().contains("for another client"), client.err());
    assertEquals("5 5 5", collection.exit() + " " + filter.exit() + " " + client.exit());
    assertEquals(lines(1, 5), kit.read("lines"));
  }

  @Test
  void what_is_there_without_a_place_is_left_alone() throws IOException {
    Files.createDirectories(kit.path("got/objects"));
    kit.write("got/objects/000001-mine.json", "mine");
    kit.write("lines", "mine");

    assertEquals(5, kit.run(PULL + "--out @got").exit());
    assertEquals(5, kit.run(PULL + "--ndjson @lines").exit());
    assertEquals("mine mine", kit.read("got/objects/000001-mine.json") + " " + kit.read("lines"));
    kit.write("lines", "");
    pull("--ndjson @lines");
    kit.write("lines", "shorter");
    assertEquals(5, kit.run(PULL + "--ndjson @lines").exit());
    kit.write("lines.state", "{}");
    assertEquals(5, kit.run(PULL + "--ndjson @lines").exit());
  }

  @Test
  void a_pipe_gets_the_objects_and_nothing_else() {
    Ended ended = pull("--ndjson - --state @place");

    assertEquals(lines(1, 5), kit.data.toString(UTF_8));
    assertEquals("", ended.out());
    assertTrue(ended.err().contains("Received 5 objects in 3 pages."), ended.err());
    pull("--ndjson - --state @place");
    assertEquals(lines(1, 5), kit.data.toString(UTF_8));
    pull("--ndjson -");
    assertEquals(lines(1, 5) + lines(1, 5), kit.data.toString(UTF_8));
  }

  @Test
  void following_waits_for_more_and_through_outages_until_it_is_stopped() throws IOException {
    kit.pause =
        time -> {
          if (time.toSeconds() == 3) {
            switch (Math.toIntExact(kit.waits.stream().filter(time::equals).count())) {
              case 1 -> collection.add(6, 8);
              case 2 -> collection.troubles.addAll(java.util.Collections.nCopies(20, BUSY));
              default -> {
                return false;
              }
            }
          }
          return true;
        };

    Ended ended = pull("--ndjson @lines --follow --interval 3");

    assertEquals(lines(1, 8), kit.read("lines"));
    assertTrue(ended.out().contains("Received 8 objects in 5 pages."), ended.out());
    assertTrue(kit.waits.contains(Duration.ofSeconds(32)), kit.waits.toString());
  }

  @Test
  void somebody_who_watches_sees_how_far_it_is() {
    kit.terminal = true;

    Ended ended = pull("");

    assertTrue(ended.err().startsWith("\r2 objects in 1 page\r4 objects in 2 pages"), ended.err());
    assertFalse(Files.exists(kit.path(".state")));
  }
}
