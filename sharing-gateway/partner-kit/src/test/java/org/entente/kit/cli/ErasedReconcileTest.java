package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
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

/** The log has erased who acted, so that a search by client finds nothing of before. */
class ErasedReconcileTest {

  private static final String CLIENT = "\"uid\":\"kr-feed\",";

  @TempDir private Path folder;
  private KitRun desk;
  private final List<String> log = new ArrayList<>();

  @BeforeEach
  void two_requests_were_answered() throws Exception {
    desk = new KitRun(folder);
    desk.keepJournal();
    desk.profile("kr-auditor", desk.exchange.url());
    desk.exchange.respond(TestExchange.ROOT + "rights/", this::logged);
    desk.run("rights");
    desk.run("rights");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Reply logged(Request request) {
    var record =
        """
        {"metadata":{"product":{"name":"indicator-service"}},"time":%d,"status_code":"200",\
        "actor":{"user":{%s"org":{"uid":"kr"}}},\
        "api":{"operation":"rights.get","request":{"uid":"r%d"}},\
        "http_request":{"http_method":"%s","url":{"path":"%s"}},\
        "exchange":{"body_sha256":"%s","client_seq_sha256":"%s"}}\
        """
            .formatted(
                desk.clock.millis(),
                CLIENT,
                log.size(),
                request.method(),
                request.uri(),
                Sha256.of("{}".getBytes(UTF_8)).base64Url(),
                Sha256.of(request.sequence().getBytes(US_ASCII)).base64Url());
    log.add(record);
    return new Reply(200, desk.log.append(record), "{}");
  }

  private static String leaf(String record) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(LeafHash.ofEntry(record.getBytes(UTF_8)).toByteArray());
  }

  @Test
  void what_was_erased_is_found_by_its_statement() {
    // Given
    desk.exchange.respond("/v1/search", request -> found(request, CLIENT));

    // When
    var ended = reconcile();

    // Then
    assertEquals(List.of(), kinds(ended), ended.out() + ended.err());
    assertEquals(2L, ended.json().get("agreed"));
  }

  @Test
  void what_still_says_who_acted_is_hidden_from_the_search() {
    // Given
    desk.exchange.respond("/v1/search", request -> found(request, "nothing"));

    // Then
    assertEquals(List.of("HIDDEN", "HIDDEN"), kinds(reconcile()));
  }

  /** By client nothing is found; otherwise two entries, without this. */
  private Reply found(Request request, String erased) {
    String entries = "";
    if (request.uri().contains("operation=log.erase")) {
      entries = shown(3, "{\"api\":{\"operation\":\"log.erase\"}}");
    } else if (!request.uri().contains("actor=")) {
      entries = shown(2, log.get(1)) + "," + shown(1, log.get(0));
    }
    return new Reply(
        200, "", "{\"size\":4,\"entries\":[%s]}".formatted(entries.replace(erased, "")));
  }

  private static String shown(int index, String record) {
    return "{\"index\":%d,\"leaf\":\"%s\",\"record\":%s,\"disclosures\":[]}"
        .formatted(index, leaf(record), record);
  }

  private KitRun.Ended reconcile() {
    return desk.run("reconcile --json --auditor @kr-auditor.properties");
  }

  private static List<String> kinds(KitRun.Ended ended) {
    return ended.json().get("findings") instanceof List<?> list
        ? list.stream().map(f -> String.valueOf(((Map<?, ?>) f).get("kind"))).toList()
        : List.of(ended.out());
  }
}
