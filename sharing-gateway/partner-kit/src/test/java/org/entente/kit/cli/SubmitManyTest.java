package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.kit.cli.KitRun.COLLECTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.kit.cli.KitRun.Ended;
import org.entente.kit.cli.TestIntake.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many objects become signed parts of the exchange's size. */
class SubmitManyTest {

  private static final String SUBMIT = "submit -c " + COLLECTION + " ";

  @TempDir private Path folder;
  private KitRun kit;
  private TestIntake intake;

  @BeforeEach
  void an_exchange() throws Exception {
    kit = new KitRun(folder);
    intake = new TestIntake(kit);
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  private static String object(int n) {
    return "{ \"type\":\"x\",\"id\":\"x--00000000-0000-4000-8000-%012d\" }".formatted(n);
  }

  private static List<String> objects(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(SubmitManyTest::object).toList();
  }

  private static String bundle(List<String> objects) {
    return "{\"type\":\"bundle\",\"objects\":[\n" + String.join(",\n", objects) + "]}";
  }

  @Test
  void files_folders_and_standard_input_are_read_in_order_and_cut_by_the_exchanges_limit()
      throws IOException {
    Files.createDirectories(kit.path("feed/inner"));
    kit.write("feed/b.json", "{\"objects\":[" + object(4) + "]}");
    kit.write("feed/a.ndjson", object(2) + "\n" + object(3) + "\n");
    kit.write("feed/inner/c.jsonl", object(5));
    kit.write("feed/.hidden.json", "no JSON");
    kit.write("feed/readme.txt", "no JSON");
    kit.write("first.json", bundle(objects(1, 1)));
    kit.in = new ByteArrayInputStream(String.join(" ", objects(6, 40)).getBytes(UTF_8));
    intake.limit = 1024;

    Ended ended = kit.run(SUBMIT + "@first.json @feed - --out @sent");

    assertEquals(0, ended.exit(), ended.err());
    assertEquals(objects(1, 40), intake.objects);
    assertEquals(
        "Submitted 40 objects in 3 parts: 40 accepted, 0 failed.",
        ended.out().lines().findFirst().orElseThrow());
    assertEquals("", ended.err());
    String verify = "verify --manifest @sent/000002/manifest.jws --body @sent/000002/body.json";
    assertEquals(0, kit.run(verify + " --receipt @sent/000003/receipt.tlog-proof").exit() & ~1);
    assertEquals(0, kit.run(verify).exit());
    assertTrue(Files.exists(kit.path("sent/000003/status.json")));
  }

  @Test
  void one_is_one_and_two_are_several() {
    kit.write("one.json", bundle(objects(1, 1)));
    kit.write("two.json", bundle(objects(1, 2)));

    assertTrue(kit.run(SUBMIT + "@one.json").out().contains("1 accepted"));
    Ended two = kit.run(SUBMIT + "@two.json --part-objects 1 --json");

    assertEquals("2 2", two.json().get("parts") + " " + two.json().get("objects"));
  }

  @Test
  void what_was_not_accepted_is_summed_up_and_listed_whole() throws IOException {
    String bad = "{\"type\":\"bad\",\"id\":\"bad--%d\"}";
    List<String> objects = IntStream.range(0, 7).mapToObj(bad::formatted).toList();
    String long1 = "{\"type\":\"x\",\"id\":\"long\",\"v\":\"" + "v".repeat(2000) + "\"}";
    kit.write("in.json", bundle(objects));
    kit.write("in2.ndjson", long1 + object(1));

    Ended ended =
        kit.run(
            SUBMIT
                + "@in.json @in2.ndjson --failures @failed.ndjson --part-objects 4"
                + " --part-bytes 1024");

    assertEquals(6, ended.exit(), ended.err());
    assertTrue(ended.out().contains("1 accepted, 7 failed."), ended.out());
    assertTrue(ended.out().contains("Not sent, too long: 1 object."), ended.out());
    assertTrue(ended.out().contains("  bad--0: STIX_TYPE bad"), ended.out());
    assertTrue(ended.out().contains("and 3 more failures."), ended.out());
    List<String> lines = kit.read("failed.ndjson").lines().toList();
    assertEquals(8, lines.size());
    assertTrue(lines.stream().anyMatch(line -> line.contains("\"id\":\"long\"")), lines.toString());
    assertTrue(lines.getLast().contains("\"part\":2"), lines.getLast());
  }

  @Test
  void outages_are_waited_out_with_the_same_manifest() {
    kit.write("in.json", bundle(objects(1, 3)));
    intake.troubles.addAll(
        List.of(Trouble.BUSY, Trouble.LOST, Trouble.ANSWER_LOST, Trouble.NONE, Trouble.NONE));

    Ended ended = kit.run(SUBMIT + "@in.json --part-objects 2");

    assertEquals(0, ended.exit(), ended.err());
    assertEquals(objects(1, 3), intake.objects);
    assertEquals(2, intake.submissions());
    assertEquals(
        List.of(Duration.ofSeconds(7), Duration.ofSeconds(2), Duration.ofSeconds(4)), kit.waits);
  }

  @Test
  void patience_has_an_end() {
    kit.write("in.json", bundle(objects(1, 3)));
    intake.troubles.addAll(List.of(Trouble.LOST, Trouble.LOST, Trouble.LOST));

    assertEquals(4, kit.run(SUBMIT + "@in.json --retries 2").exit());
    assertEquals(2, kit.waits.size());
  }

  @Test
  void nothing_to_submit_and_what_cannot_be_read_is_told_with_its_name() {
    kit.write("empty.json", "{\"objects\":[]}");
    kit.write("broken.json", bundle(objects(1, 3)) + "}");

    assertEquals(5, kit.run(SUBMIT + "@empty.json").exit());
    Ended broken = kit.run(SUBMIT + "@broken.json");

    assertEquals(5, broken.exit());
    assertTrue(
        broken.err().contains("broken.json: It is no well-formed JSON near byte"), broken.err());
    assertEquals(5, kit.run(SUBMIT + "@missing.json").exit());
    assertEquals(List.of(), intake.objects);
  }

  @Test
  void somebody_who_watches_sees_how_far_it_is() {
    kit.write("in.json", bundle(objects(1, 3)));
    kit.terminal = true;

    Ended ended = kit.run(SUBMIT + "@in.json --part-objects 2");

    assertTrue(ended.err().startsWith("\rSubmitted 2 objects in 1 part: 2 accepted"), ended.err());
    assertTrue(ended.err().endsWith("\r"), ended.err());
  }
}
