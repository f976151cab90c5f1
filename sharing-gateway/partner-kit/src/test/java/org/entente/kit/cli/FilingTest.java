package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.entente.kit.cli.TestExchange.Reply;
import org.entente.kit.cli.TestExchange.Request;
import org.entente.kit.json.StrictJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a comparison found is filed with the log, on request. */
class FilingTest {

  private static final String SEARCH = "/v1/search";
  private static final String FILING = "/v1/reconciliations";

  @TempDir private Path folder;
  private KitRun desk;

  /** A client that was answered twice, of which the log shows nothing. */
  @BeforeEach
  void open() throws Exception {
    desk = new KitRun(folder);
    desk.keepJournal();
    desk.profile("kr-auditor", desk.exchange.url());
    desk.exchange.respond(TestExchange.ROOT + "rights/", request -> new Reply(200, "", "{}"));
    desk.exchange.respond(SEARCH, request -> new Reply(200, "", "{\"size\":7,\"entries\":[]}"));
    desk.exchange.respond(FILING, request -> new Reply(200, "", "{\"index\":42,\"leaf\":\"l\"}"));
    desk.run("rights");
    desk.run("rights");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private KitRun.Ended reconcile(String more) {
    return desk.run("reconcile --json --auditor @kr-auditor.properties" + more);
  }

  @Test
  void what_was_found_is_filed_as_the_auditor() {
    KitRun.Ended ended = reconcile(" --file-finding");

    assertEquals(1, ended.exit(), ended.out() + ended.err());
    assertEquals(Map.of("index", 42L, "leaf", "l"), ended.json().get("filed"));
    Request filed = desk.exchange.requests().getLast();
    assertEquals("POST " + FILING, filed.method() + " " + filed.uri());
    assertEquals("kr-auditor", filed.client());
    Map<String, Object> claim = StrictJson.object(filed.body().getBytes(UTF_8));
    assertEquals("kr", claim.get("party"));
    assertEquals("kr-feed", claim.get("client"));
    assertEquals(7L, claim.get("size"));
    assertTrue(filed.body().contains("\"only_in_journal\":{\"total\":2,"), filed.body());
  }

  @Test
  void nothing_is_filed_that_was_not_asked_for() {
    assertEquals(1, reconcile("").exit());

    assertEquals("GET", desk.exchange.requests().getLast().method());
  }

  @Test
  void a_refused_filing_ends_as_refused() {
    desk.exchange.respond(
        FILING, request -> new Reply(403, "", "{\"code\":\"RECONCILIATION_FOREIGN\"}"));

    assertEquals(3, reconcile(" --file-finding").exit());
  }

  @Test
  void nobody_files_without_an_auditor() throws Exception {
    Files.writeString(desk.path("log.jsonl"), "");

    assertEquals(2, desk.run("reconcile --log @log.jsonl --file-finding").exit());
  }
}
