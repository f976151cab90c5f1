package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.entente.kit.cli.KitRun.Ended;
import org.entente.kit.cli.TestExchange.Reply;
import org.entente.kit.cli.TestExchange.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Later acts of a producer, and what their readers learn of them. */
class ActTest {

  private static final String HERE = TestExchange.ROOT + "collections/" + KitRun.COLLECTION;
  private static final String ID = "indicator--7e5701c7-5621-4969-a259-9f6da0043f92";

  @TempDir private Path folder;
  private KitRun kit;

  @BeforeEach
  void a_desk() throws Exception {
    kit = new KitRun(folder);
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void a_release_is_signed_as_one_and_its_effect_is_told() throws IOException {
    answer(1, "\"successes\":[{\"id\":\"" + ID + "\",\"message\":\"released to eu/cert-eu\"}]");

    Ended ended =
        kit.run(
            "release "
                + ID
                + " -c "
                + KitRun.COLLECTION
                + " --to eu/cert-eu --version 2026-11-01T00:00:00.000Z --reason asked --out @sent");

    assertEquals(0, ended.exit(), ended.err());
    assertTrue(ended.out().contains("  " + ID + ": released to eu/cert-eu\n"), ended.out());
    assertEquals(
        "{\"acts\":[{\"act\":\"release\",\"object\":\""
            + ID
            + "\",\"version\":\"2026-11-01T00:00:00.000Z\","
            + "\"to\":[\"urn:entente:agency:eu:cert-eu\"],\"reason\":\"asked\"}]}\n",
        acts().body());
    assertTrue(
        claims(acts()).contains("\"cty\":\"application/vnd.entente.release+json;version=1\""));
    assertEquals(acts().body(), kit.read("sent/body.json"));
    assertTrue(kit.read("sent/receipt.tlog-proof").startsWith("c2sp.org/tlog-proof@v1"));
    assertEquals(
        0,
        kit.run("verify --trust @trust --manifest @sent/manifest.jws --body @sent/body.json")
            .exit());
  }

  @Test
  void an_act_that_fails_is_told_and_is_no_success() {
    answer(0, "\"failures\":[{\"id\":\"" + ID + "\",\"message\":\"NOT_RELEASED: nobody\"}]");

    Ended ended = kit.run("withdraw " + ID + " -c " + KitRun.COLLECTION + " --reason mistaken");

    assertEquals(6, ended.exit());
    assertTrue(ended.out().contains(ID + ": NOT_RELEASED: nobody"), ended.out());
    assertTrue(acts().body().startsWith("{\"acts\":[{\"act\":\"withdraw\""), acts().body());
  }

  @Test
  void each_act_that_fails_is_told_however_many_there_are() {
    String failure = "{\"id\":\"" + ID + "\",\"message\":\"NOT_RELEASED: nobody\"}";
    answer(0, "\"failures\":[" + String.join(",", Collections.nCopies(9, failure)) + "]");

    Ended ended = kit.run("withdraw " + ID + " -c " + KitRun.COLLECTION + " --reason mistaken");

    assertEquals(9, ended.out().lines().filter(line -> line.startsWith("  " + ID)).count());
  }

  @Test
  void a_release_says_to_whom_a_withdrawal_need_not() {
    answer(1, "\"successes\":[]");

    assertEquals(2, kit.run("release " + ID + " -c " + KitRun.COLLECTION + " --reason r").exit());
    assertTrue(kit.exchange.requests().isEmpty());
    assertEquals(0, kit.run("withdraw " + ID + " -c " + KitRun.COLLECTION + " --reason r").exit());
    assertFalse(acts().body().contains("\"to\""));
  }

  @Test
  void a_place_that_is_none_is_a_usage_error() {
    Ended ended = kit.run("release " + ID + " -c " + KitRun.COLLECTION + " --reason r --to urn:eu");

    assertEquals(2, ended.exit());
    assertTrue(kit.exchange.requests().isEmpty());
  }

  @Test
  void withdrawals_are_listed_to_the_end_with_where_to_go_on() {
    String first = withdrawal(1);
    String second = withdrawal(2);
    page("", "{\"more\":true,\"next\":\"n\",\"withdrawals\":[" + first + "]}", 1);
    page("?next=n", "{\"withdrawals\":[" + second + "]}", 2);

    Ended ended = kit.run("withdrawals -c " + KitRun.COLLECTION);

    assertEquals(
        """
        2026-11-25T00:00:00.000001Z  indicator--1  2026-11-01T00:00:00.000Z  wrong
        2026-11-25T00:00:00.000002Z  indicator--2  2026-11-01T00:00:00.000Z  wrong
        2 withdrawals.
        Later ones: --added-after 2026-11-25T00:00:00.000002Z
        """,
        ended.out());
  }

  @Test
  void with_a_state_only_what_was_withdrawn_since_is_told() throws IOException {
    String list = "withdrawals -c " + KitRun.COLLECTION + " --state @eu.withdrawn ";
    page("", "{\"withdrawals\":[" + withdrawal(1) + "]}", 1);
    String after = "?added_after=2026-11-25T00%3A00%3A00.000001Z";
    kit.exchange.reply(HERE + "/withdrawals/" + after, new Reply(400, "", "{}"));

    assertTrue(
        kit.run(list)
            .out()
            .endsWith("indicator--1  2026-11-01T00:00:00.000Z  wrong\n1 withdrawal.\n"));
    String place = kit.read("eu.withdrawn");
    assertEquals(3, kit.run(list).exit());
    assertEquals(place, kit.read("eu.withdrawn"));
    page(after, "{\"withdrawals\":[" + withdrawal(2) + "]}", 2);
    Ended ended = kit.run(list + "--json");
    assertEquals(1, ended.texts("withdrawals").size());
    assertTrue(ended.out().contains("indicator--2"), ended.out());
  }

  @Test
  void the_place_among_objects_is_none_among_withdrawals() {
    page("", "{}", 1);
    kit.exchange.serve(KitRun.OBJECTS, "{}");
    String here = " -c " + KitRun.COLLECTION + " --state @one.state";

    assertEquals(0, kit.run("withdrawals" + here).exit());
    Ended ended = kit.run("pull" + here + " --ndjson -");

    assertEquals(5, ended.exit());
    assertTrue(ended.err().contains("NOT_THE_SAME"), ended.err());
  }

  private void page(String query, String body, int time) {
    Map<String, String> end =
        Map.of("X-TAXII-Date-Added-Last", "2026-11-25T00:00:00.00000" + time + "Z");
    kit.exchange.reply(
        HERE + "/withdrawals/" + query, new Reply(200, kit.log.append("{}"), body, end));
  }

  private static String withdrawal(int n) {
    return "{\"id\":\"indicator--%d\",\"version\":\"2026-11-01T00:00:00.000Z\",".formatted(n)
        + "\"date_withdrawn\":\"2026-11-25T00:00:00.00000%dZ\",\"reason\":\"wrong\"}".formatted(n);
  }

  private void answer(int successes, String entries) {
    String status =
        "{\"id\":\"s-1\",\"status\":\"complete\",\"total_count\":1,\"success_count\":%d,"
                .formatted(successes)
            + "\"failure_count\":%d,\"pending_count\":0,%s}".formatted(1 - successes, entries);
    kit.exchange.respond(
        HERE + "/releases/", request -> new Reply(202, kit.log.append("{}"), status));
  }

  private Request acts() {
    return kit.exchange.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .findFirst()
        .orElseThrow();
  }

  private static String claims(Request request) {
    List<String> parts = List.of(request.manifest().split("\\.", -1));
    return new String(Base64.getUrlDecoder().decode(parts.get(1)), UTF_8);
  }
}
