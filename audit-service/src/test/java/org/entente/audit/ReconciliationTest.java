package org.entente.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.entente.audit.fsck.Passes;
import org.entente.audit.reconciliation.FiledFinding;
import org.entente.audit.reconciliation.FiledTotals;
import org.entente.audit.reconciliation.PostgresReconciliations;
import org.entente.audit.reconciliation.Totals;
import org.entente.audit.record.Sha256;
import org.entente.audit.search.Actors;
import org.entente.audit.witness.Witnesses;
import org.junit.jupiter.api.Test;

/** What a party files about its client's journal is on record, kept, and shown as its claim. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
class ReconciliationTest extends ServiceTest {

  @Inject PostgresReconciliations filed;
  @Inject DataSource source;
  @Inject Witnesses witnesses;

  private final String client = "kr-" + UUID.randomUUID();

  private String finding(String party, long size, String what) {
    return """
    {"party":"%s","client":"%s","times":{"from":"2026-11-26T01:00:00Z","to":"2026-11-26T02:00:00Z"},
     "size":%d,"attempts":2,"entries":1,"matched":1,
     "only_in_journal":{"total":1,"listed":[{"kind":"NOT_ARRIVED","number":2,"what":"%s"}]},
     "only_in_log":{"total":0,"listed":[]},"differing":{"total":0,"listed":[]}}
    """
        .formatted(party, client, size, what);
  }

  private static ValidatableResponse file(RequestSpecification auditor, String finding) {
    return auditor
        .contentType("application/json")
        .body(finding.getBytes(StandardCharsets.UTF_8))
        .post("/v1/reconciliations")
        .then();
  }

  private Optional<FiledFinding> newest(String party) {
    return filed.newest(party, client);
  }

  @Test
  void a_finding_is_on_record_by_its_digest_and_kept() {
    appended(SampleRecord.fresh());
    var finding = finding("kr", 1, "lost on the way");
    var sha256 = Sha256.of(finding.getBytes(StandardCharsets.UTF_8));

    var answer = file(auditorOf("kr"), finding).statusCode(200).extract().jsonPath();

    assertEquals(sha256, answer.getString("sha256"));
    var page =
        auditor()
            .get("/v1/search?first=%1$d&last=%1$d".formatted(answer.getLong("index")))
            .then()
            .extract()
            .jsonPath();
    var record = "entries[0].record.";
    assertEquals("log.reconcile", page.getString(record + "api.operation"));
    assertEquals(sha256, page.getString(record + "exchange.body_sha256"));
    assertEquals(finding.length(), page.getLong(record + "exchange.body_size"));
    var kept = newest("kr").orElseThrow();
    assertEquals(answer.getLong("index"), kept.index());
    assertEquals("kr-desk", kept.by());
    assertEquals(
        "lost on the way", kept.claim().orElseThrow().onlyInJournal().listed().getFirst().what());
  }

  @Test
  void the_newest_finding_counts() {
    appended(SampleRecord.fresh());
    file(auditorOf("kr"), finding("kr", 1, "first")).statusCode(200);
    var second = file(auditorOf("kr"), finding("kr", 1, "second")).statusCode(200).extract();

    assertEquals(second.jsonPath().getLong("index"), newest("kr").orElseThrow().index());
    assertEquals(2, number("SELECT count(*) FROM reconciliation WHERE client = '" + client + "'"));
  }

  @Test
  void findings_are_about_ones_own_partys_clients_even_a_joint_auditors() {
    for (var stranger : List.of(auditorOf("eu"), auditorOf(Exchange.THIRD))) {
      file(stranger, finding("kr", 0, "x"))
          .statusCode(403)
          .body("code", equalTo("RECONCILIATION_FOREIGN"));
    }
    file(auditor(), finding("eu", 0, "x"))
        .statusCode(403)
        .body("code", equalTo("RECONCILIATION_FOREIGN"));
    assertEquals(Optional.empty(), newest("kr"));
  }

  @Test
  void what_cannot_be_read_is_refused_and_recorded() {
    var refused = "operation = 'log.reconcile' AND code = 'RECONCILIATION_INVALID'";
    var before = recorded(refused);

    file(auditorOf("kr"), "{}").statusCode(422).body("code", equalTo("RECONCILIATION_INVALID"));
    file(auditorOf("kr"), finding("kr", Long.MAX_VALUE, "x"))
        .statusCode(422)
        .body("code", equalTo("RECONCILIATION_INVALID"));

    assertEquals(before + 2, recorded(refused));
  }

  @Test
  void a_book_is_refused() {
    file(auditorOf("kr"), finding("kr", 0, "x") + " ".repeat(2 * 1024 * 1024))
        .statusCode(413)
        .body("code", equalTo("RECONCILIATION_TOO_LARGE"));
  }

  @Test
  void who_is_no_auditor_files_nothing() {
    var refused = "operation = 'log.reconcile' AND code = 'AUTH_NO_TOKEN'";
    var before = recorded(refused);

    file(client("kr", "kr-feed").request(), finding("kr", 0, "x")).statusCode(401);

    assertEquals(before + 1, recorded(refused));
  }

  @Test
  void a_row_that_was_altered_is_recognised_and_says_nothing() {
    file(auditorOf("kr"), finding("kr", 0, "5 are missing")).statusCode(200);
    var where = " WHERE client = '" + client + "'";

    tamper(
        "UPDATE reconciliation SET finding = convert_to(replace(convert_from(finding, 'UTF8'), '5 are', '0 are'), 'UTF8')"
            + where);
    assertTrue(newest("kr").orElseThrow().claim().isEmpty(), "another text");
    tamper(
        "UPDATE reconciliation SET finding = convert_to(replace(convert_from(finding, 'UTF8'), '0 are', '5 are'), 'UTF8')"
            + where);
    assertTrue(newest("kr").orElseThrow().claim().isPresent(), "once it is put back");
    tamper("UPDATE reconciliation SET party = 'eu'" + where);
    assertTrue(newest("eu").orElseThrow().claim().isEmpty(), "somebody else's");
  }

  @Test
  void a_list_tells_totals_that_a_page_and_fsck_hold_against_what_was_filed() throws Exception {
    file(auditorOf("kr"), finding("kr", 0, "x")).statusCode(200);
    var told = filed.newest(List.of("eu", "kr"), List.of("nobody", client));
    assertEquals(List.of(new Totals(1, 1, 0, 0)), told.stream().map(FiledTotals::totals).toList());

    tamper("UPDATE reconciliation SET only_in_journal = 0 WHERE client = '" + client + "'");

    var filing = newest("kr").orElseThrow();
    assertTrue(filing.claim().isEmpty());
    var found = fsck();
    tamper("DELETE FROM reconciliation WHERE idx = " + filing.index());
    var named =
        "entry %d: what is kept of its finding is not what was filed".formatted(filing.index());
    assertTrue(found.contains(named), found::toString);
    assertFalse(fsck().contains(named));
  }

  @Test
  void fsck_tells_of_findings_under_indices_that_no_entry_has_and_of_how_many_at_most()
      throws Exception {
    var before = "INSERT INTO reconciliation SELECT %s, 'kr', '" + client + "', 'x', 0, 0, 0, 0";
    tamper(before.formatted("-i") + " FROM generate_series(1, 1001) AS i");
    tamper(before.formatted("1000000000000"));

    var found = fsck();

    tamper("DELETE FROM reconciliation WHERE client = '" + client + "'");
    for (var index : List.of("-1001", "-2", "1000000000000")) {
      var told = "entry " + index + ": what is kept of its finding is not what was filed";
      assertTrue(found.contains(told), index);
    }
    assertFalse(
        found.contains("entry -1: what is kept of its finding is not what was filed"), "too many");
    assertTrue(found.contains("reconciliation: has more rows of no entry than are looked at"));
  }

  private List<String> fsck() throws SQLException {
    try (var connection = source.getConnection()) {
      return new Passes(witnesses.policy()).run(connection).stream().map(Object::toString).toList();
    }
  }

  @Test
  void who_filed_it_is_told_only_as_its_record_has_it() {
    file(auditorOf("kr"), finding("kr", 0, "x")).statusCode(200);
    var index = newest("kr").orElseThrow().index();

    tamper("UPDATE disclosure SET actor = 'eu-feed', disclosures = '~' WHERE idx = " + index);

    assertEquals(Actors.FOREIGN, newest("kr").orElseThrow().by());
    tamper("DELETE FROM disclosure WHERE idx = " + index);
    assertEquals("-", newest("kr").orElseThrow().by());
  }

  @Test
  void a_finding_of_one_client_does_not_become_anothers() {
    file(auditorOf("kr"), finding("kr", 0, "x")).statusCode(200);

    tamper(
        "UPDATE reconciliation SET client = 'nobody', party = 'eu' WHERE client = '"
            + client
            + "'");

    var moved = filed.newest("eu", "nobody").orElseThrow();
    assertTrue(moved.claim().isEmpty());
    tamper("DELETE FROM reconciliation WHERE client = 'nobody'");
  }

  @Test
  void a_claim_goes_when_its_client_is_forgotten() {
    file(auditorOf("kr"), finding("kr", 0, "x")).statusCode(200);

    auditor()
        .contentType("application/json")
        .body("{\"party\":\"kr\",\"actor\":\"" + client + "\",\"reason\":\"request 31\"}")
        .post("/v1/erasures")
        .then()
        .statusCode(200);

    assertEquals(Optional.empty(), newest("kr"));
  }

  @Test
  void markup_is_a_text_like_any_other() {
    file(auditorOf("kr"), finding("kr", 0, "<script>alert(1)</script> {frame.reader}"))
        .statusCode(200);

    assertEquals(
        "<script>alert(1)</script> {frame.reader}",
        newest("kr")
            .orElseThrow()
            .claim()
            .orElseThrow()
            .onlyInJournal()
            .listed()
            .getFirst()
            .what());
  }
}
