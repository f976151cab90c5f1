package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.kit.cli.KitRun.Ended;
import org.entente.kit.cli.TestExchange.Reply;
import org.entente.kit.cli.TestExchange.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupTest {

  private static final String LOOKUP = "/taxii2/exchange/lookup/";
  private static final String SECRET = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";
  private static final String PHRASE =
      "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
  private static final String FOUND =
      "{\"asked\":%s,\"read_as\":[{\"key\":\"dns:a.example\"}],\"statements\":[{\"producer\":\"kr\","
          + "\"id\":\"indicator--1\",\"class\":\"sufficient\",\"confidence\":80,"
          + "\"not_for_blocking\":true}]}\n";
  private static final String REFUSED =
      "{\"asked\":%s,\"error\":{\"code\":\"ADDRESS_CASE_LOST\",\"detail\":\"d\"}}\n";

  @TempDir private Path folder;
  private KitRun kit;

  @BeforeEach
  void an_exchange_that_knows_one_value() throws Exception {
    kit = new KitRun(folder);
    kit.exchange.respond(LOOKUP, request -> new Reply(200, "7;leaf", answers(request)));
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  private static String answers(Request request) {
    return request
        .body()
        .lines()
        .map(line -> line.substring("{\"value\":".length(), line.length() - 1))
        .map(value -> (value.contains("lost") ? REFUSED : FOUND).formatted(value))
        .collect(Collectors.joining());
  }

  private List<Request> lookups() {
    return kit.exchange.requests().stream().filter(r -> r.uri().startsWith(LOOKUP)).toList();
  }

  @Test
  void each_value_is_told_with_every_statement_about_it() {
    Ended ended = kit.run("lookup a.example");

    assertEquals(0, ended.exit(), ended.err());
    assertEquals(
        List.of(
            "a.example  dns:a.example  1 statement",
            "  kr  indicator--1  sufficient  confidence 80  NOT FOR BLOCKING",
            "1 value of 1 known."),
        ended.out().lines().toList());
    assertEquals("Testing", lookups().getFirst().purpose());
  }

  @Test
  void values_come_from_arguments_files_and_a_pipe() {
    kit.write("values", "b.example\n\n c.example \n");
    kit.in = new ByteArrayInputStream("d.example\n".getBytes(UTF_8));

    Ended ended = kit.run("lookup a.example --file @values --file - --json");

    assertEquals("4", String.valueOf(ended.json().get("asked")));
    assertEquals(
        """
        {"value":"a.example"}
        {"value":"b.example"}
        {"value":"c.example"}
        {"value":"d.example"}
        """,
        lookups().getFirst().body());
  }

  @Test
  void a_value_that_cannot_be_looked_up_is_told_and_ends_with_six() {
    Ended ended = kit.run("lookup lost a.example");

    assertEquals(6, ended.exit());
    assertTrue(ended.out().contains("lost  ADDRESS_CASE_LOST: d"), ended.out());
    assertTrue(ended.out().contains("1 value of 2 known."), ended.out());
  }

  @Test
  void a_private_key_does_not_leave_the_machine() {
    Ended ended = kit.run("lookup a.example " + SECRET);

    assertEquals(6, ended.exit());
    assertTrue(
        ended.out().contains("value 2 has a private key (WIF) and was not sent"), ended.out());
    assertFalse((ended.out() + ended.err()).contains(SECRET));
    assertFalse(lookups().toString().contains(SECRET));
  }

  @Test
  void a_seed_phrase_that_came_apart_does_not_leave_it_either() {
    kit.write("words", (PHRASE + " a.example").replace(' ', '\n'));

    for (String command : List.of("lookup " + PHRASE + " a.example", "lookup --file @words")) {
      Ended ended = kit.run(command + " --ndjson");

      assertEquals(6, ended.exit());
      assertEquals("1 value of 13 known.\n", ended.err());
      assertEquals("{\"value\":\"a.example\"}\n", lookups().getLast().body());
    }
    assertEquals(26, kit.data.toString(UTF_8).lines().count());
  }

  @Test
  void when_all_is_secret_nothing_is_sent() {
    assertEquals(6, kit.run("lookup " + SECRET + " " + PHRASE).exit());
    assertTrue(lookups().isEmpty());
  }

  @Test
  void answers_keep_the_order_of_the_values_and_what_did_not_fit_is_asked_again() {
    kit.exchange.respond(LOOKUP, request -> new Reply(200, "7;leaf", firstTwo(request)));

    Ended ended =
        kit.run("lookup a.example b.example " + SECRET + " c.example d.example e.example");

    List<String> told = ended.out().lines().filter(line -> !line.startsWith("  ")).toList();
    assertEquals(
        List.of("a", "b", "(", "c", "d", "e", "5"),
        told.stream().map(line -> line.substring(0, 1)).toList());
    assertEquals(
        List.of(5L, 3L, 1L), lookups().stream().map(look -> look.body().lines().count()).toList());
  }

  /** An answer that is full after two values. */
  private static String firstTwo(Request request) {
    String full = "{\"asked\":\"x\",\"error\":{\"code\":\"LIMIT_ANSWER\",\"detail\":\"d\"}}\n";
    String whole = answers(request);
    long more = Math.max(0, request.body().lines().count() - 2);
    return whole.lines().limit(2).map(line -> line + "\n").collect(Collectors.joining())
        + full.repeat((int) more);
  }

  @Test
  void a_value_that_is_too_long_is_not_sent_and_spoils_no_other() {
    kit.write("values", "a.example\n" + "x".repeat(5_000_000) + "\nb.example\n");

    Ended ended = kit.run("lookup --file @values");

    assertEquals(6, ended.exit());
    assertTrue(ended.out().contains("VALUE_TOO_LONG: value 2 has over 8192"), ended.out());
    assertTrue(ended.out().endsWith("2 values of 3 known.\n"), ended.out());
  }

  @Test
  void a_broken_answer_is_asked_for_again_and_told_once() {
    AtomicInteger count = new AtomicInteger();
    kit.exchange.respond(
        LOOKUP,
        request ->
            count.incrementAndGet() == 2
                ? new Reply(503, "", "{\"error_code\":\"LIMIT_BUSY\"}")
                : new Reply(200, "7;leaf", answers(request)));
    kit.write("values", lines(10_001));

    Ended ended = kit.run("lookup --file @values --ndjson");

    assertEquals(0, ended.exit(), ended.err());
    assertEquals(10_001, kit.data.toString(UTF_8).lines().distinct().count());
    assertEquals(1, kit.waits.size());
  }

  @Test
  void an_answer_with_lines_missing_is_none() {
    kit.exchange.respond(LOOKUP, request -> new Reply(200, "7;leaf", "{}\n"));

    Ended ended = kit.run("lookup a.example b.example");

    assertEquals(3, ended.exit());
    assertTrue(ended.err().contains("ANSWER_INCOMPLETE"), ended.err());
  }

  @Test
  void a_purpose_of_its_own_is_stated_and_must_be_one() {
    kit.run("lookup a.example --purpose Case:7");

    assertEquals("Case:7", lookups().getFirst().purpose());
    assertEquals(2, kit.run("lookup a.example --purpose 목적").exit());
  }

  @Test
  void values_are_read_from_the_pipe_only_as_they_are_asked() {
    InputStream endless =
        new SequenceInputStream(
            new ByteArrayInputStream(lines(10_000).getBytes(UTF_8)),
            new ByteArrayInputStream("last.example\n".getBytes(UTF_8)) {
              @Override
              public synchronized int read(byte[] b, int off, int len) {
                assertEquals(1, lookups().size());
                return super.read(b, off, len);
              }
            });
    kit.in = endless;

    Ended ended = kit.run("lookup --ndjson -");

    assertEquals(0, ended.exit(), ended.err());
    assertEquals("10001 values of 10001 known.\n", ended.err());
  }

  private static String lines(int count) {
    return IntStream.range(0, count).mapToObj(n -> n + ".example\n").collect(Collectors.joining());
  }

  @Test
  void more_than_ten_thousand_are_asked_in_turns() {
    kit.write("values", lines(10_001));

    Ended ended = kit.run("lookup --file @values --ndjson");

    assertEquals(0, ended.exit(), ended.err());
    assertEquals(2, lookups().size());
    assertEquals(10_001, kit.data.toString(UTF_8).lines().count());
  }

  @Test
  void time_and_kinds_are_passed_on() {
    kit.run("lookup a.example --at 2026-11-01T00:00:00Z --include expired,revoked");

    assertEquals(
        LOOKUP + "?at=2026-11-01T00%3A00%3A00Z&include=expired%2Crevoked",
        lookups().getFirst().uri());
  }

  @Test
  void nothing_to_look_up_is_a_usage_error() {
    assertEquals(2, kit.run("lookup").exit());
  }
}
