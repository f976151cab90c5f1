package org.entente.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.audit.ExportedPack.bytes;
import static org.entente.audit.ExportedPack.disclosed;
import static org.entente.audit.ExportedPack.files;
import static org.entente.audit.ExportedPack.manifest;
import static org.entente.audit.ExportedPack.text;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.audit.record.Sha256;
import org.entente.log.SignedNote;
import org.entente.log.TlogProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an auditor takes away proves itself, and that it was taken away. */
@QuarkusTest
class ExportTest extends ServiceTest {

  private final String object = "indicator--" + UUID.randomUUID();

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
          samples.get(i).leaf().getBytes(UTF_8),
          receipt.verify(exchange.policy()).entry().toByteArray());
    }
    var expected = String.join("\n", samples.stream().map(SampleRecord::leaf).toList()) + "\n";
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
    assertTrue(record.contains("\"class_uid\":1008,\"activity_id\":3,"), record);
    assertTrue(record.contains("\"log_name\":\"" + Exchange.ORIGIN + "\""), record);
    assertTrue(disclosed(files, "export-disclosures.jsonl").contains(object));
    var lines = bytes(files, "entries.jsonl");
    assertEquals(Sha256.of(lines), manifest(files).getString("entries.sha256"));
    assertTrue(
        record.contains(
            "\"body_sha256\":\"%s\",\"body_size\":%d".formatted(Sha256.of(lines), lines.length)),
        record);
  }

  @Test
  void what_was_disclosed_is_beside_the_entries_and_fits_them() throws IOException {
    three();

    var files = files(export("object=" + object).asByteArray());

    assertEquals(3, text(files, "disclosures.jsonl").lines().count());
    assertTrue(disclosed(files, "disclosures.jsonl").contains("us-feed"));
    assertFalse(text(files, "entries.jsonl").contains("us-feed"), "personal");
  }

  @Test
  void a_range_without_filter_is_complete_and_a_party_s_is_not_said_to_be() throws IOException {
    var first = appended(SampleRecord.fresh()).getLong("index");
    three();
    var range = "party=&first=" + first + "&before=" + (first + 3);

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
  void exports_join_without_gap_or_repetition() throws IOException {
    three();
    var found = new ArrayList<String>();

    var first = export("format=jsonl&limit=2&object=" + object).asString();
    var pack = files(export("limit=2&object=" + object).asByteArray());
    var before = manifest(pack).getLong("entries.next");
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
    assertTrue(taken.contains("{\"uid\":\"us\"}"), taken);
  }

  @Test
  void another_partys_client_s_number_is_in_no_pack() throws IOException {
    appended(
        SampleRecord.fresh()
            .about(object)
            .of("eu", "eu-feed")
            .within(Exchange.KR_TO_EU)
            .numbered(17));

    var theirs = auditorOf("eu").post("/v1/exports?object=" + object).asByteArray();
    var producers = auditorOf("kr").post("/v1/exports?object=" + object).asByteArray();

    assertTrue(disclosed(files(theirs), "disclosures.jsonl").contains("\"client_seq\",\"17\""));
    assertTrue(disclosed(files(producers), "disclosures.jsonl").contains("eu-feed"));
    assertFalse(disclosed(files(producers), "disclosures.jsonl").contains("client_seq"));
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

  @Test
  void a_table_has_semicolons_for_who_asks_for_them() {
    appended(SampleRecord.fresh().about(object).of("eu", "=cmd|' /C calc'!A0"));

    var rows =
        export("format=csv&separator=semicolon&object=" + object).asString().split("\r\n", -1);

    assertTrue(rows[0].startsWith("\"index\";\"time\";\"party\""), rows[0]);
    assertTrue(rows[1].contains(";\"eu\";\"'=cmd|' /C calc'!A0\";"), rows[1]);
  }

  @Test
  void a_forged_actor_is_named_in_no_table_and_in_no_search() {
    var index = appended(SampleRecord.fresh().about(object)).getLong("index");
    tamper("UPDATE disclosure SET actor = 'eu-feed', disclosures = '~' WHERE idx = " + index);

    var rows = export("format=csv&object=" + object).asString().split("\r\n", -1);
    var found = auditor().get("/v1/search?object=" + object).jsonPath();

    tamper("DELETE FROM disclosure WHERE idx = " + index);
    assertTrue(rows[1].contains(",\"(actor does not match the record)\","), rows[1]);
    assertEquals(true, found.get("entries[0].actor_mismatch"));
    var erased = auditor().get("/v1/search?object=" + object).jsonPath();
    assertNull(erased.get("entries[0].actor_mismatch"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"format=pdf", "separator=tab", "limit=10001", "first=-1", "outcome=perhaps"})
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
    var altered = sample.leaf().replace("\"uid\":\"kr\"", "\"uid\":\"eu\"");

    tamper("UPDATE entry SET body = '" + altered + "' WHERE idx = " + index);
    var answer = auditor().post("/v1/exports?object=" + object);
    tamper("UPDATE entry SET body = '" + sample.leaf() + "' WHERE idx = " + index);

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
}
