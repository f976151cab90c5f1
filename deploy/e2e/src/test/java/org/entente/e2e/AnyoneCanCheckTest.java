package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.entente.e2e.scene.Auditor;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Signed;
import org.entente.e2e.scene.Stix;
import org.entente.kit.client.ExchangeClient.Submitted;
import org.entente.kit.evidence.ProvenReceipt;
import org.entente.kit.manifest.Sha256;
import org.entente.local.exchange.Member;
import org.entente.log.EvidenceRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P9: anyone with a receipt can check it alone; any change to the log's past is detected. */
@ExtendWith(OneExchange.class)
class AnyoneCanCheckTest {

  private static final String CHANGE =
      "body = convert_to(replace(convert_from(body, 'UTF8'), '\"uid\":\"kr\"', '\"uid\":\"us\"'), 'UTF8')";
  private static final String CHANGE_BOTH =
      "body = body || ' '::bytea, leaf_hash = sha256('\\x00'::bytea || body || ' '::bytea)";

  private final Scene scene;
  private final Feed korea;
  private final Auditor auditor;
  private final Signed warning;
  private final Submitted submitted;
  private final byte[] receipt;

  AnyoneCanCheckTest(Scene scene) {
    this.scene = scene;
    korea = scene.korea();
    auditor = scene.auditor();
    warning = korea.sign(Stix.warning(Member.KOREA, 1));
    submitted = korea.submit(warning);
    receipt = korea.receipt(submitted.status().receipt().leaf());
  }

  @Test
  void a_receipt_proves_without_any_service_that_the_log_has_this_submission() {
    var policy = auditor.policy();
    scene.exchange().stopServices();

    var proven = ProvenReceipt.of(receipt, policy);

    assertEquals(submitted.status().receipt().index(), proven.proven().index());
    assertTrue(
        proven.names(
            Sha256.of(warning.manifestBytes()).base64Url(),
            Sha256.of(warning.bodyBytes()).base64Url()));
    assertEquals(Optional.of("kr"), proven.text("actor", "user", "org", "uid"));
    assertEquals(Optional.empty(), proven.text("actor", "user", "uid"), "persons are not in it");
  }

  @Test
  void a_receipt_with_any_byte_changed_proves_nothing() {
    var policy = auditor.policy();

    for (var at = 0; at < receipt.length; at++) {
      var changed = receipt.clone();
      changed[at] ^= 1;
      var where = "byte " + at;
      assertThrows(EvidenceRejected.class, () -> ProvenReceipt.of(changed, policy), where);
    }
  }

  @Test
  void an_untouched_log_holds_and_contains_the_past_a_receipt_proves() {
    var kept = ProvenReceipt.of(receipt, auditor.policy()).proven().checkpoint();
    korea.submit(Stix.warning(Member.KOREA, 1));

    var findings = auditor.findings(Optional.of(kept));

    assertEquals(List.of(), findings);
  }

  @Test
  void a_record_the_databases_owner_changes_is_named() {
    var index = submitted.status().receipt().index();

    var findings = findingsAfter(CHANGE, index);

    assertEquals(1, findings.size(), findings.toString());
    var named =
        "entry " + index + ": the stored record does not match its leaf hash (tile/entries/";
    assertTrue(findings.getFirst().startsWith(named), findings.toString());
    assertEquals(List.of(), auditor.findings(), "once it is put back");
  }

  @Test
  void a_record_changed_together_with_its_leaf_hash_does_not_fit_the_signed_tree() {
    var findings = findingsAfter(CHANGE_BOTH, submitted.status().receipt().index());

    assertFalse(findings.isEmpty());
  }

  /** What an auditor finds while the row is different; it is put back afterwards. */
  private List<String> findingsAfter(String change, long index) {
    var where = " WHERE idx = " + index;
    var body = column("body", where);
    var leaf = column("leaf_hash", where);
    try {
      asOwner("UPDATE entry SET " + change + where);
      assertNotEquals(body, column("body", where));
      return auditor.findings();
    } finally {
      asOwner(
          "UPDATE entry SET body = decode('%s', 'hex'), leaf_hash = decode('%s', 'hex')"
                  .formatted(body, leaf)
              + where);
    }
  }

  private String column(String name, String where) {
    return scene
        .audit()
        .text("SELECT encode(" + name + ", 'hex') FROM entry" + where)
        .orElseThrow();
  }

  private void asOwner(String statement) {
    scene
        .audit()
        .run(
            "ALTER TABLE entry DISABLE TRIGGER append_only; "
                + statement
                + "; ALTER TABLE entry ENABLE TRIGGER append_only");
  }
}
