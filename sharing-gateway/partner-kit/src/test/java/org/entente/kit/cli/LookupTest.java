package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
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
    assertTrue(ended.out().contains("and was not sent."), ended.out());
    assertFalse((ended.out() + ended.err()).contains(SECRET));
    assertFalse(lookups().toString().contains(SECRET));
  }

  @Test
  void more_than_ten_thousand_are_asked_in_turns() {
    kit.write(
        "values",
        IntStream.range(0, 10_001).mapToObj(n -> n + ".example\n").collect(Collectors.joining()));

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
