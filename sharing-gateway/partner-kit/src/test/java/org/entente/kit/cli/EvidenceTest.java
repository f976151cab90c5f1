package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.kit.cli.KitRun.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack of evidence, offline, and everything that can be wrong with one. */
class EvidenceTest {

  private static final String VERIFY = "evidence verify --trust @trust @pack.zip";

  @TempDir private Path folder;
  private KitRun kit;
  private TestPack pack;

  @BeforeEach
  void a_pack() throws Exception {
    kit = new KitRun(folder);
    pack = new TestPack(kit.log, 3);
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  private Ended verified() throws IOException {
    Files.write(kit.path("pack.zip"), pack.zip());
    return kit.run(VERIFY);
  }

  private void refused(String reason) throws IOException {
    Ended ended = verified();
    assertEquals(1, ended.exit(), ended.out());
    assertTrue(ended.err().contains(reason), ended.err());
  }

  @Test
  void it_proves_its_entries_and_the_export_itself() throws IOException {
    Ended ended = verified();

    assertEquals(0, ended.exit(), ended.err());
    assertTrue(ended.out().startsWith("3 entries proven"), ended.out());
    assertTrue(ended.out().contains("Complete from entry 0 to 2"), ended.out());
    assertTrue(ended.out().contains("Exported by kr; that is entry 3"), ended.out());
    assertTrue(ended.out().contains("query: first=0"), ended.out());
  }

  @Test
  void a_changed_byte_in_any_file_is_found() throws IOException {
    for (String name : List.copyOf(pack.files.keySet())) {
      byte[] good = pack.bytes(name);
      byte[] bad = good.clone();
      bad[bad.length / 2] ^= 1;
      pack.files.put(name, bad);
      assertEquals(1, verified().exit(), name);
      pack.files.put(name, good);
    }
    assertEquals(0, verified().exit());
  }

  @Test
  void a_forger_who_mends_the_digests_is_found_out() throws IOException {
    pack.change("entries.jsonl", text -> text.replace("\"n\":1", "\"n\":7"));
    refused("entries.jsonl does not show");
  }

  @Test
  void an_entry_that_is_left_out_is_missed() throws IOException {
    pack.files.remove("proofs/1.tlog-proof");
    pack.sum();
    refused("entries.jsonl does not show");

    pack = new TestPack(kit.log, 3);
    pack.leaveOut(1);
    refused("some are");
  }

  @Test
  void a_selection_is_not_told_as_complete() throws IOException {
    pack.leaveOut(1);
    pack.change("manifest.json", text -> text.replace("\"range\"", "\"selection\""));

    Ended ended = verified();

    assertEquals(0, ended.exit(), ended.err());
    assertTrue(ended.out().contains("the exchange's word"), ended.out());
  }

  @Test
  void the_receipt_of_another_export_does_not_do() throws IOException {
    pack.files.put("export.tlog-proof", pack.bytes("proofs/1.tlog-proof"));
    pack.sum();
    refused("the receipt of no export");
  }

  @Test
  void disclosures_must_be_the_entry_s() throws IOException {
    pack.change(
        "disclosures.jsonl",
        text ->
            text.replace(
                "{\"index\":1,\"disclosures\":[]}",
                "{\"index\":1,\"disclosures\":[\""
                    + TestPack.disclosure("uid", "somebody else")
                    + "\"]}"));
    refused("entry 1 has no place for a disclosure");
  }

  @Test
  void files_that_are_not_listed_and_names_that_leave_the_folder_are_refused() throws IOException {
    pack.files.put("proofs/more", new byte[0]);
    refused("not those that SHA256SUMS lists");
    pack.files.remove("proofs/more");
    pack.files.put("../evil", new byte[0]);
    refused("odd name");
  }

  @Test
  void the_pack_s_own_policy_convinces_nobody() throws IOException {
    kit.trust(new TestLog(2).policy());

    Ended ended = verified();

    assertEquals(1, ended.exit());
    assertTrue(ended.err().contains("SIGNATURE_"), ended.err());
  }

  @Test
  void what_is_no_zip_is_a_local_trouble() throws IOException {
    Files.write(kit.path("pack.zip"), "PK".getBytes(UTF_8));
    assertEquals(5, kit.run(VERIFY).exit());
  }

  @Test
  void an_export_is_fetched_whole_and_verified_at_once() throws IOException {
    kit.exchange.serveBytes("/v1/exports?first=0&format=evidence", pack.zip());

    Ended ended = kit.run("evidence export --first 0 --out @taken.zip");

    assertEquals(0, ended.exit(), ended.err());
    assertTrue(ended.out().contains("3 entries proven"), ended.out());
    assertFalse(Files.exists(kit.path("taken.zip.part")));
    Ended refused = kit.run("evidence export --first 1 --out @other.zip");
    assertEquals(3, refused.exit(), refused.out());
    assertFalse(Files.exists(kit.path("other.zip")));
  }
}
