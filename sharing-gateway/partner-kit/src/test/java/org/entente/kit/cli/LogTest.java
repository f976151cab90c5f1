package org.entente.kit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.entente.kit.cli.KitRun.Ended;
import org.entente.kit.cli.TestExchange.Request;
import org.entente.kit.manifest.Sha256;
import org.entente.log.KeyType;
import org.entente.log.NoteSignature;
import org.entente.log.SignerKey;
import org.entente.log.TlogProof;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor's desk; the log spans two tiles. */
class LogTest {

  private static final int SIZE = 300;

  @TempDir private Path folder;
  private KitRun kit;

  @BeforeEach
  void a_log() throws Exception {
    kit = new KitRun(folder);
    for (int i = 0; i < SIZE; i++) {
      kit.log.append("{\"time\":" + i + "}");
    }
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  private String keptReceipt() {
    assertEquals(0, kit.run("log receipt --out @old.tlog-proof " + kit.log.leaf(7)).exit());
    return "--receipt @old.tlog-proof";
  }

  @Test
  void a_whole_log_is_recomputed() {
    Ended ended = kit.run("log verify " + keptReceipt());

    assertEquals(0, ended.exit(), ended.err());
    assertTrue(ended.out().contains(TestLog.ORIGIN + " holds: 300 entries"), ended.out());
    kit.log.append("{}");
    assertEquals(0, kit.run("log verify --receipt @old.tlog-proof").exit(), "a log may grow");
  }

  @Test
  void a_tampered_entry_is_named() {
    kit.log.overwriteEntry(3, "{\"time\":4}");
    kit.log.overwriteEntry(299, "{\"time\":1}");

    Ended ended = kit.run("log verify --json");

    assertEquals(1, ended.exit());
    List<String> findings = ended.texts("findings");
    assertTrue(findings.getFirst().startsWith("entry 3: "), ended.out());
    assertTrue(findings.getLast().startsWith("entry 299: "), ended.out());
    assertEquals(2, findings.size());
  }

  @Test
  void a_past_rewritten_with_all_its_hashes_contradicts_a_receipt_kept_elsewhere() {
    String receipt = keptReceipt();
    kit.log.append("{}");
    kit.log.overwriteEntryAndLeaf(3, "{\"time\":4}");

    assertEquals(0, kit.run("log verify").exit(), "nothing else could tell");
    Ended ended = kit.run("log verify " + receipt);

    assertEquals(1, ended.exit());
    assertTrue(ended.out().contains("kept checkpoint of size 300"), ended.out());
  }

  @Test
  void why_a_receipt_is_refused_is_told_once() throws IOException {
    keptReceipt();
    SignerKey other =
        SignerKey.ofSeed(TestLog.ORIGIN, KeyType.ED25519, new byte[KeyType.SEED_BYTES]);
    kit.trust("log " + other.verifier() + "\nquorum none\n");

    Ended ended = kit.run("verify --trust @trust --receipt @old.tlog-proof");

    assertEquals(1, ended.exit());
    assertEquals(
        "entente: SIGNATURE_MISSING: no signature of a trusted key: signed by %s, trusted %s; if the log changed its keys, the policy lacks some (ROTATION.md)"
            .formatted(kit.log.keyIds(), other.verifier().idHex()),
        ended.err().strip());
  }

  @Test
  void a_receipt_is_told_as_sequenced_until_the_quorum_has_cosigned() throws IOException {
    SignerKey witness =
        SignerKey.ofSeed("w", KeyType.ED25519_COSIGNATURE, new byte[KeyType.SEED_BYTES]);
    kit.trust(
        kit.log
            .policy()
            .replace("quorum none\n", "witness eu " + witness.verifier() + "\nquorum eu\n"));
    keptReceipt();
    String verify = "verify --trust @trust --receipt @old.tlog-proof";

    Ended sequenced = kit.run(verify);
    assertEquals(0, sequenced.exit(), sequenced.err());
    assertTrue(sequenced.out().endsWith("not witnessed: nobody has cosigned; the quorum is eu.\n"));
    assertEquals(1, kit.run(verify + " --witnessed").exit());

    TlogProof proof = TlogProof.parse(Files.readAllBytes(kit.path("old.tlog-proof")));
    NoteSignature line = witness.sign(proof.note().text(), Instant.parse("2026-11-25T10:00:00Z"));
    TlogProof cosigned =
        new TlogProof(proof.extra(), proof.index(), proof.path(), proof.note().with(List.of(line)));
    kit.write("old.tlog-proof", cosigned.toString());

    Ended witnessed = kit.run(verify + " --witnessed");
    assertEquals(0, witnessed.exit(), witnessed.out());
    assertTrue(witnessed.out().endsWith("Witnessed by eu at 2026-11-25T10:00:00Z.\n"));
    assertEquals(0, kit.run("log verify").exit(), "the newest checkpoint needs no witness");
  }

  @Test
  void a_log_that_others_sign_is_not_believed() throws IOException {
    kit.trust(new TestLog(2).policy());

    for (String command : List.of("log verify", "log checkpoint")) {
      Ended ended = kit.run(command);
      assertEquals(1, ended.exit(), ended.out());
      assertTrue(ended.err().contains("SIGNATURE_"), ended.err());
    }
  }

  @Test
  void a_checkpoint_is_shown_as_signed() {
    Ended ended = kit.run("log checkpoint");

    assertEquals(0, ended.exit());
    assertTrue(ended.out().startsWith(TestLog.ORIGIN + "\n300\n"), ended.out());
    assertEquals(300L, kit.run("log checkpoint --json").json().get("size"));
  }

  @Test
  void a_search_passes_the_filters_on_and_shows_one_record_a_line() {
    String uri = "/v1/search?from=2026-11-01T00%3A00%3A00Z&party=kr&outcome=denied&limit=2";
    kit.exchange.serve(
        uri,
        """
        {"size":300,"next":16,"entries":[
          {"index":17,"leaf":"x","record":{"time":1795360201123,"status_code":"403",
            "status_detail":"SIG_TRUST","api":{"operation":"taxii.addObjects"},
            "actor":{"user":{"uid":"kr-feed","org":{"uid":"kr"}}}}},
          {"index":16,"record":{"actor":{"user":{"uid":"\\u001b]0;owned\\u0007\\n99 \\u202e"}}}}]}
        """);

    Ended ended =
        kit.run("log search --from 2026-11-01T00:00:00Z --party kr --outcome denied --limit 2");

    assertEquals(0, ended.exit(), ended.err());
    List<String> lines = ended.out().lines().toList();
    assertEquals(
        "17 2026-11-22T15:10:01.123Z kr kr-feed taxii.addObjects 403 SIG_TRUST",
        lines.getFirst().strip().replaceAll(" +", " "));
    assertTrue(lines.get(1).contains("\\u001b]0;owned\\u0007\\u000a99 \\u202e"), lines.get(1));
    assertEquals("There are more: --before 16", lines.get(3));
    assertEquals(List.of(uri), kit.exchange.requests().stream().map(Request::uri).toList());
  }

  @Test
  void who_acted_is_shown_as_far_as_disclosures_prove_it() {
    String disclosure = disclosure("[\"q0tCJmZ5bkGvbkpsq8Hk0Q\",\"uid\",\"kr-feed\"]");
    String foreign = disclosure("[\"q0tCJmZ5bkGvbkpsq8Hk0Q\",\"uid\",\"eu-feed\"]");
    String digest = Sha256.of(disclosure.getBytes(StandardCharsets.US_ASCII)).base64Url();
    String record =
        "{\"actor\":{\"user\":{\"_sd\":[\"%s\"],\"org\":{\"uid\":\"kr\"}}}}".formatted(digest);
    kit.exchange.serve(
        "/v1/search",
        """
        {"size":3,"entries":[
          {"index":2,"record":%1$s,"disclosures":["%3$s","%2$s","%2$s"]},
          {"index":1,"record":%1$s,"disclosures":["%3$s"]},
          {"index":0,"record":{"actor":{"user":{"uid":"kr-feed"}}},"disclosures":["%3$s"]}]}
        """
            .formatted(record, disclosure, foreign));

    List<String> lines = kit.run("log search").out().lines().toList();

    assertEquals("2 kr kr-feed", lines.get(0).strip().replaceAll(" +", " "));
    assertEquals("1 kr (erased)", lines.get(1).strip().replaceAll(" +", " "));
    assertEquals("0 kr-feed", lines.get(2).strip().replaceAll(" +", " "));
  }

  private static String disclosure(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void json_shows_a_hostile_record_harmlessly_and_unchanged() {
    kit.exchange.serve("/v1/search", "{\"size\":1,\"entries\":[\"\\u009b2J\\u202e\"]}");

    Ended ended = kit.run("log search --json");

    assertFalse(ended.out().contains("\u009b") || ended.out().contains("\u202e"), ended.out());
    assertEquals(List.of("\u009b2J\u202e"), ended.json().get("entries"));
  }
}
