package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.entente.kit.cli.TestExchange.Reply;
import org.entente.kit.cli.TestExchange.Request;
import org.entente.kit.manifest.Sha256;
import org.entente.log.LeafHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that counts, and a log that is compared with its journal. */
class ReconcileTest {

  private static final String LOOKUP = TestExchange.ROOT + "lookup/";
  private static final String RIGHTS = TestExchange.ROOT + "rights/";

  @TempDir private Path folder;
  private KitRun desk;
  private final List<String> log = new ArrayList<>();
  private boolean numbersDisclosed = true;

  @BeforeEach
  void open() throws Exception {
    desk = new KitRun(folder);
    desk.keepJournal();
    desk.exchange.respond(RIGHTS, request -> logged(request, 200, "{}"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /** Answers as the exchange does: recorded first. */
  private Reply logged(Request request, int status, String body) {
    String record = record(request, status, Sha256.of(body.getBytes(UTF_8)).base64Url());
    log.add(record);
    return new Reply(status, (log.size() - 1) + ";" + leafOf(record), body);
  }

  private static String leafOf(String record) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(LeafHash.ofEntry(record.getBytes(UTF_8)).toByteArray());
  }

  private String record(Request request, int status, String body) {
    String counted =
        request.sequence().isEmpty()
            ? ""
            : "%s,\"client_seq_sha256\":\"%s\""
                .formatted(
                    numbersDisclosed ? ",\"client_seq\":\"" + number(request) + "\"" : "",
                    Sha256.of(request.sequence().getBytes(US_ASCII)).base64Url());
    return ("{\"metadata\":{\"product\":{\"name\":\"indicator-service\"}},\"time\":%d,"
            + "\"status_code\":\"%d\",\"actor\":{\"user\":{\"uid\":\"kr-feed\",\"org\":{\"uid\":\"kr\"}}},"
            + "\"api\":{\"operation\":\"rights.get\",\"request\":{\"uid\":\"r%d\"}},"
            + "\"http_request\":{\"http_method\":\"%s\",\"url\":{\"path\":\"%s\"}},"
            + "\"exchange\":{\"body_sha256\":\"%s\"%s}}")
        .formatted(
            desk.clock.millis(),
            status,
            log.size(),
            request.method(),
            request.uri(),
            body,
            counted);
  }

  private static String number(Request request) {
    String claims = request.sequence().split("\\.", -1)[1];
    String json = new String(Base64.getUrlDecoder().decode(claims), UTF_8);
    return json.replaceAll(".*\"seq\":([0-9]+).*", "$1");
  }

  private KitRun.Ended reconcile() throws Exception {
    Files.write(desk.path("log.jsonl"), log);
    return desk.run("reconcile --json --log @log.jsonl");
  }

  private static List<String> kinds(KitRun.Ended ended) {
    return ended.json().get("findings") instanceof List<?> list
        ? list.stream().map(f -> String.valueOf(((Map<?, ?>) f).get("kind"))).toList()
        : List.of(ended.out());
  }

  @Test
  void requests_carry_numbers_and_the_journal_verifies() {
    desk.run("rights");
    desk.run("rights");

    List<String> numbers = desk.exchange.requests().stream().map(ReconcileTest::number).toList();
    assertEquals(List.of("1", "2"), numbers);
    KitRun.Ended verified = desk.run("journal verify");
    assertEquals(0, verified.exit(), verified.out() + verified.err());
    assertTrue(verified.out().contains("2 requests"), verified.out());
  }

  @Test
  void a_journal_that_was_changed_does_not_verify() throws Exception {
    desk.run("rights");
    desk.run("rights");
    Path file = desk.path("journal/journal.ndjson");
    Files.writeString(file, Files.readString(file).replace("\"status\":200", "\"status\":404"));

    assertEquals(1, desk.run("journal verify").exit());
  }

  @Test
  void what_both_have_alike_agrees() throws Exception {
    desk.run("rights");
    desk.run("rights");

    KitRun.Ended ended = reconcile();

    assertEquals(0, ended.exit(), ended.out() + ended.err());
    assertEquals(2L, ended.json().get("agreed"));
    assertEquals(List.of(), kinds(ended));
  }

  @Test
  void an_answer_that_is_not_in_the_log_contradicts() throws Exception {
    desk.run("rights");
    desk.run("rights");
    log.removeFirst();

    KitRun.Ended ended = reconcile();

    assertEquals(1, ended.exit());
    assertEquals(List.of("NOT_IN_LOG"), kinds(ended));
    assertEquals(List.of(1L), ended.json().get("missing_in_log"));
  }

  @Test
  void where_numbers_are_not_disclosed_the_statements_tell_what_is_there() throws Exception {
    numbersDisclosed = false;
    desk.run("rights");
    desk.run("rights");
    assertEquals(2L, reconcile().json().get("agreed"));
    assertEquals(List.of(), reconcile().json().get("missing_in_log"));
    log.removeFirst();

    KitRun.Ended ended = reconcile();

    assertEquals(List.of("NOT_IN_LOG"), kinds(ended));
    assertEquals(List.of(1L), ended.json().get("missing_in_log"));
  }

  @Test
  void what_somebody_else_does_under_our_name_contradicts() throws Exception {
    desk.run("rights");
    Request mine = desk.exchange.requests().getFirst();
    var stolen = new Request("kr-feed", "GET", RIGHTS, "", "", "", "");
    log.add(record(stolen, 200, "x"));
    log.add(
        record(mine, 200, "x")
            .replace("\"client_seq\":", "\"b\":2,\"client_seq\":")
            .replaceAll("client_seq_sha256\":\"[^\"]*", "client_seq_sha256\":\"other"));

    KitRun.Ended ended = reconcile();

    assertEquals(1, ended.exit());
    assertEquals(List.of("NOT_IN_JOURNAL", "NUMBER_TAKEN"), kinds(ended));
  }

  @Test
  void one_statement_for_two_requests_contradicts() throws Exception {
    desk.run("rights");
    log.add(log.getFirst().replace("\"uid\":\"r0\"", "\"uid\":\"r9\""));

    assertEquals(List.of("REPLAYED"), kinds(reconcile()));
  }

  @Test
  void another_outcome_path_or_body_contradicts() throws Exception {
    desk.run("rights");
    String original = log.getFirst();
    for (String change :
        List.of("\"200\"|\"403\"", "rights/|status/", "body_sha256\":\"|body_sha256\":\"x")) {
      String[] parts = change.split("\\|", -1);
      log.set(0, original.replace(parts[0], parts[1]));
      assertTrue(kinds(reconcile()).contains("DIFFERENT"), change);
    }
  }

  @Test
  void an_answer_that_never_came_is_told_with_what_the_log_says() throws Exception {
    desk.exchange.respond(
        LOOKUP,
        request -> {
          logged(request, 200, "{}");
          return new Reply(0, "", "");
        });
    desk.run("lookup x");
    desk.exchange.respond(LOOKUP, request -> new Reply(0, "", ""));
    desk.run("lookup x");

    KitRun.Ended ended = reconcile();

    assertEquals(0, ended.exit(), ended.out());
    assertEquals(List.of("ARRIVED", "NOT_ARRIVED"), kinds(ended));
    assertEquals(List.of(2L), ended.json().get("missing_in_log"));
  }

  @Test
  void a_run_that_died_between_number_and_request_is_told() throws Exception {
    desk.run("rights");
    desk.witness =
        step -> {
          if (step.startsWith("after replacing") && step.endsWith("counter.json")) {
            throw new Killed();
          }
        };
    assertThrows(Killed.class, () -> desk.run("rights"));
    desk.witness = step -> {};
    desk.run("rights");

    KitRun.Ended ended = reconcile();

    assertEquals(0, ended.exit(), ended.out());
    assertEquals(List.of("NOT_SENT"), kinds(ended));
    assertEquals(2, log.size());
  }

  @Test
  void a_refusal_the_log_has_without_a_number_is_found_by_its_id() throws Exception {
    String id = "0d9c8b7a-6f5e-4d3c-8b2a-190807f6e5d4";
    desk.exchange.respond(
        RIGHTS,
        request -> {
          var unread = new Request("kr-feed", "GET", RIGHTS, "", "", "", "");
          log.add(record(unread, 401, "x").replace("\"uid\":\"r0\"", "\"uid\":\"" + id + "\""));
          return new Reply(401, "", "{\"error_code\":\"AUTH_EXP\",\"error_id\":\"" + id + "\"}");
        });
    desk.run("rights");

    KitRun.Ended ended = reconcile();

    assertEquals(0, ended.exit(), ended.out());
    assertEquals(1L, ended.json().get("agreed"));
  }

  @Test
  void without_a_journal_nothing_is_numbered() throws Exception {
    desk.profile("kr-feed", desk.exchange.url());
    desk.run("rights");

    assertEquals("", desk.exchange.requests().getFirst().sequence());
    assertFalse(Files.exists(desk.path("journal")));
    assertEquals(5, desk.run("journal verify").exit());
  }

  @Test
  void a_journal_without_its_end_stops_the_client_before_it_asks() throws Exception {
    desk.run("rights");
    Path file = desk.path("journal/journal.ndjson");
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, 1));
    Files.writeString(file, "", StandardOpenOption.APPEND);

    assertEquals(5, desk.run("rights").exit());
    assertEquals(1, desk.exchange.requests().size());
  }
}
