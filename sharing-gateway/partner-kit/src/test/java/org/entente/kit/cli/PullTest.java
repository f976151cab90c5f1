package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.kit.cli.KitRun.COLLECTION;
import static org.entente.kit.cli.KitRun.OBJECTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.entente.kit.cli.KitRun.Ended;
import org.entente.kit.cli.TestExchange.Reply;
import org.entente.kit.cli.TestExchange.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullTest {

  private static final String PULL = "pull -c " + COLLECTION + " --out @got ";
  private static final String ID = "indicator--2f1c7d4e-8b3a-4f6d-9c5e-7a1b0d2e4f68";
  private static final String FIRST = "{\"id\" : \"" + ID + "\", \"n\":1.0e1}";
  private static final String HOSTILE = "{\"id\":\"../../evil\"}";

  @TempDir private Path folder;
  private KitRun kit;

  @BeforeEach
  void three_pages() throws Exception {
    kit = new KitRun(folder);
    kit.exchange
        .serve(OBJECTS, "{\"more\":true,\"next\":\"a+b\",\"objects\":[" + FIRST + "]}")
        .serve(OBJECTS + "?next=a%2Bb", "{\"more\":true,\"next\":\"c\", \"objects\":[]}")
        .serve(OBJECTS + "?next=c", "{\"objects\":[ " + HOSTILE + " ]}");
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  private List<String> files(String name) throws IOException {
    try (var files = Files.list(kit.path(name))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void all_pages_are_read_and_kept_as_they_were_served() throws IOException {
    Ended ended = kit.run(PULL + "--json");

    assertEquals(0, ended.exit(), ended.out());
    assertEquals("2 3", ended.json().get("objects") + " " + ended.json().get("pages"));
    assertEquals(List.of("000001-" + ID + ".json", "000002-object.json"), files("got/objects"));
    assertEquals(FIRST, kit.read("got/objects/000001-" + ID + ".json"));
    assertEquals("{\"objects\":[ " + HOSTILE + " ]}", kit.read("got/pages/000003.json"));
    assertFalse(Files.exists(kit.path("evil.json")));
  }

  @Test
  void a_selection_stays_the_same_on_every_page() {
    String query = OBJECTS + "?added_after=2026-11-01T00%3A00%3A00Z&limit=7";
    kit.exchange
        .serve(query, "{\"more\":true,\"next\":\"n\",\"objects\":[]}")
        .serve(query + "&next=n", "{}");

    assertEquals(0, kit.run(PULL + "--added-after 2026-11-01T00:00:00Z --limit 7").exit());
    assertEquals(
        List.of(query, query + "&next=n"),
        kit.exchange.requests().stream().map(Request::uri).toList());
  }

  @Test
  void a_page_that_is_no_json_or_a_refusal_halfway_is_no_success() {
    kit.exchange.reply(OBJECTS + "?next=c", new Reply(503, "", "{\"error_code\":\"X\"}"));
    assertEquals(4, kit.run(PULL).exit());
    assertEquals(5, kit.waits.size());
    kit.exchange.serve(OBJECTS, "<html>");
    assertEquals(1, kit.run("pull -c " + COLLECTION).exit());
  }

  /** Korea signs these objects; the exchange hands out the evidence for the first one. */
  private void evidence(String objects) throws IOException {
    kit.write("signed.json", "{\"objects\":[" + objects + "]}");
    assertEquals(0, kit.run("sign -c " + COLLECTION + " @signed.json --out @signed").exit());
    kit.exchange.serve(OBJECTS, "{\"objects\":[" + FIRST + "]}");
    kit.exchange.serve(
        "/evidence?collection=" + COLLECTION + "&object=" + ID,
        "{\"submission\":\"s-1\",\"manifest\":\"%s\",\"body\":\"%s\"}"
            .formatted(base64("signed/manifest.jws"), base64("signed/body.json")));
  }

  private String base64(String name) throws IOException {
    return Base64.getEncoder().encodeToString(kit.read(name).getBytes(UTF_8));
  }

  @Test
  void with_evidence_every_object_stands_in_a_signed_body() throws IOException {
    evidence("{} , " + FIRST);

    Ended ended = kit.run(PULL + "--evidence");

    assertEquals(0, ended.exit(), ended.err());
    assertTrue(ended.out().contains("in 1 signed body."), ended.out());
    String kept = "got/evidence/" + files("got/evidence").getFirst() + "/";
    assertEquals(kit.read("signed/body.json"), kit.read(kept + "body.json"));
    assertEquals(
        0,
        kit.run("verify --manifest @" + kept + "manifest.jws --body @" + kept + "body.json")
            .exit());
  }

  @Test
  void an_object_the_exchange_changed_is_named() throws IOException {
    evidence(FIRST.replace("1.0e1", "10"));

    Ended ended = kit.run(PULL + "--evidence");

    assertEquals(1, ended.exit());
    assertTrue(ended.out().contains("Not in any signed body: " + ID), ended.out());
    Ended again = kit.run("pull -c " + COLLECTION + " --evidence --json");
    assertEquals(List.of(ID), again.json().get("unsigned"));
  }

  @Test
  void evidence_of_a_signer_one_does_not_trust_ends_with_1() throws IOException {
    evidence(FIRST);
    kit.write("trust/partners/kr/signers", "urn:entente:signer:kr:other\n");

    Ended ended = kit.run(PULL + "--evidence");

    assertEquals(1, ended.exit());
    assertTrue(ended.err().contains("SIG_TRUST"), ended.err());
  }
}
