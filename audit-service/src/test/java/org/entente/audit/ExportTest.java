package org.entente.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.entente.log.SignedNote;
import org.entente.log.TlogProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an auditor takes away proves itself, and that it was taken away. */
@QuarkusTest
class ExportTest extends ServiceTest {

  private final String object = "indicator--" + UUID.randomUUID();
  @TempDir private Path folder;

  private List<SampleRecord> three() {
    var samples =
        List.of(
            SampleRecord.fresh().about(object),
            SampleRecord.fresh().about(object).of("eu", "eu-feed"),
            SampleRecord.fresh().about(object).of("us", "us-feed"));
    samples.forEach(this::appended);
    return samples;
  }

  private Response export(String query) {
    return auditor().post("/v1/exports?" + query).then().statusCode(200).extract().response();
  }

  private static Map<String, byte[]> files(byte[] pack) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }

  private static JsonPath manifest(Map<String, byte[]> files) {
    return new JsonPath(text(files, "manifest.json"));
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(bytes(files, name), UTF_8);
  }

  private static byte[] bytes(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  @Test
  void evidence_proves_each_entry_against_one_checkpoint() throws IOException {
    var samples = three();

    var files = files(export("object=" + object).asByteArray());

    var note = SignedNote.parse(text(files, "checkpoint").getBytes(UTF_8));
    var indices = manifest(files).getList("entries.indices", Long.class);
    assertEquals(3, indices.size());
    for (var i = 0; i < 3; i++) {
      var receipt = TlogProof.parse(bytes(files, "proofs/" + indices.get(i) + ".tlog-proof"));
      assertEquals(note, receipt.note());
      assertArrayEquals(
          samples.get(i).bytes(), receipt.verify(exchange.policy()).entry().toByteArray());
    }
    var expected = String.join("\n", samples.stream().map(SampleRecord::json).toList()) + "\n";
    assertEquals(expected, text(files, "entries.jsonl"));
    assertEquals("selection", manifest(files).getString("entries.completeness"));
    assertEquals("joint", manifest(files).getString("entries.scope"));
  }

  @Test
  void the_export_is_on_record_and_its_record_in_the_pack() throws IOException {
    three();

    var files = files(export("object=" + object).asByteArray());

    var own = TlogProof.parse(bytes(files, "export.tlog-proof")).verify(exchange.policy());
    var record = new String(own.entry().toByteArray(), UTF_8);
    assertEquals(manifest(files).getLong("export.index"), own.index());
    assertTrue(record.contains("\"operation\":\"log.export\""), record);
    assertTrue(record.contains(object), record);
    assertTrue(
        record.contains("\"body_sha256\":\"" + manifest(files).getString("entries.sha256") + "\""),
        record);
  }

  @Test
  void a_range_without_filter_is_complete_and_a_party_s_is_not_said_to_be() throws IOException {
    var first = appended(SampleRecord.fresh()).getLong("index");
    three();
    var range = "first=" + first + "&before=" + (first + 3);

    var joint = manifest(files(export(range).asByteArray()));
    assertEquals("range", joint.getString("entries.completeness"));
    assertEquals(
        List.of(first, first + 1, first + 2), joint.getList("entries.indices", Long.class));

    var party = auditorOf("kr").post("/v1/exports?" + range).then().statusCode(200).extract();
    var theirs = manifest(files(party.asByteArray()));
    assertEquals("selection", theirs.getString("entries.completeness"));
    assertEquals("party kr", theirs.getString("entries.scope"));
  }

  @Test
  void exports_join_without_gap_or_repetition() {
    three();
    var found = new ArrayList<String>();

    var first = export("format=jsonl&limit=2&object=" + object).asString();
    var before = auditor().get("/v1/search?limit=2&object=" + object).jsonPath().getLong("next");
    var rest = export("format=jsonl&limit=2&object=" + object + "&before=" + before).asString();
    found.addAll(rest.lines().toList());
    found.addAll(first.lines().toList());

    assertEquals(export("format=jsonl&object=" + object).asString().lines().toList(), found);
    assertEquals(3, found.size());
  }

  @Test
  void a_person_s_records_are_exported_by_actor() {
    var who = "eu-" + UUID.randomUUID();
    appended(SampleRecord.fresh().of("eu", who));
    appended(SampleRecord.fresh().of("eu", "eu-feed"));

    assertEquals(1, export("format=jsonl&actor=" + who).asString().lines().count());
  }

  @Test
  void a_party_takes_away_only_what_it_may_read() {
    three();

    var taken = auditorOf("us").post("/v1/exports?format=jsonl&object=" + object).asString();

    assertEquals(1, taken.lines().count());
    assertTrue(taken.contains("us-feed"), taken);
  }

  @Test
  void a_table_holds_no_formula_and_no_broken_row() {
    appended(SampleRecord.fresh().about(object).of("eu", "=cmd|' /C calc'!A0"));
    appended(SampleRecord.fresh().about(object).of("eu", "a,b;c"));

    var answer = export("format=csv&object=" + object);

    assertTrue(answer.contentType().startsWith("text/csv"), answer.contentType());
    var rows = answer.asString().split("\r\n", -1);
    assertEquals(4, rows.length, answer.asString());
    assertTrue(rows[1].contains(",\"'=cmd|' /C calc'!A0\","), rows[1]);
    assertTrue(rows[2].contains(",\"a,b;c\","), rows[2]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"format=pdf", "limit=10001", "first=-1", "outcome=perhaps"})
  void what_cannot_be_read_is_refused_and_recorded(String query) {
    var refused = "operation = 'log.export' AND code = 'QUERY_INVALID'";
    var before = recorded(refused);

    auditor()
        .post("/v1/exports?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("QUERY_INVALID"));

    assertEquals(before + 1, recorded(refused));
  }

  @Test
  void who_is_no_auditor_takes_nothing_away() {
    var refused = "operation = 'log.export' AND outcome = 'denied'";
    var before = recorded(refused);

    client("kr", "kr-feed").request().post("/v1/exports").then().statusCode(401);

    assertEquals(before + 1, recorded(refused));
  }

  @Test
  void an_altered_entry_is_not_exported() {
    var sample = SampleRecord.fresh().about(object);
    var index = appended(sample).getLong("index");
    var altered = sample.json().replace("kr-feed", "eu-feed");

    tamper("UPDATE entry SET body = '" + altered + "' WHERE idx = " + index);
    var answer = auditor().post("/v1/exports?object=" + object);
    tamper("UPDATE entry SET body = '" + sample.json() + "' WHERE idx = " + index);

    assertEquals(500, answer.statusCode());
    assertEquals("LOG_CORRUPT", answer.jsonPath().getString("code"));
  }

  @Test
  void many_entries_of_many_pages_are_one_export() throws IOException {
    for (var i = 0; i < 230; i++) {
      appended(SampleRecord.fresh().about(object));
    }

    var files = files(export("object=" + object).asByteArray());

    assertEquals(230, files.keySet().stream().filter(name -> name.startsWith("proofs/")).count());
    assertEquals(230, text(files, "entries.jsonl").lines().count());
    assertFalse(text(files, "manifest.json").contains("next"));
  }

  @Test
  void a_pack_is_verified_with_standard_tools_alone() throws Exception {
    assumeTrue(
        run("sh", "-c", "command -v unzip openssl xxd sha256sum").isEmpty(), "tools missing");
    three();
    var policy = Files.writeString(folder.resolve("policy"), exchange.policyText());
    var files = files(export("object=" + object).asByteArray());
    var names = List.copyOf(files.keySet());

    assertEquals("", verify(policy, files), "as exported");

    for (var name : names) {
      var changed = new LinkedHashMap<>(files);
      changed.put(name, flipped(bytes(files, name)));
      assertFalse(verify(policy, changed).isEmpty(), name);
    }
    var more = new LinkedHashMap<>(files);
    more.put("proofs/extra", new byte[0]);
    assertTrue(verify(policy, more).contains("does not list"));
    var other =
        Files.writeString(folder.resolve("other"), exchange.policyText().replace("log ", "# "));
    assertTrue(verify(other, files).contains("does not know the log"));
  }

  private static byte[] flipped(byte[] bytes) {
    var changed = bytes.clone();
    changed[changed.length / 2] ^= 1;
    return changed;
  }

  private String verify(Path policy, Map<String, byte[]> files) throws Exception {
    var pack = Files.write(folder.resolve("pack.zip"), zip(files));
    return run("sh", "contract/verify-evidence.sh", pack.toString(), policy.toString());
  }

  /** What it says; empty when it succeeds. */
  private static String run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() == 0 ? "" : said;
  }
}
