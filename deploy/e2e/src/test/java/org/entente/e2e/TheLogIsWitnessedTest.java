package org.entente.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.Health;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.entente.log.TlogProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P9: each party's witness has seen the log grow, and remembers it when its operator does not. */
@ExtendWith(OneExchange.class)
class TheLogIsWitnessedTest {

  private final Scene scene;
  private final Feed korea;

  TheLogIsWitnessedTest(Scene scene) {
    this.scene = scene;
    korea = scene.korea();
  }

  @Test
  void a_receipt_gets_the_cosignatures_of_both_parties() {
    var proof = TlogProof.parse(witnessed(submitted()).getBytes(UTF_8));

    var standing = scene.auditor().policy().examine(proof.note());

    assertEquals(List.of("eu", "eu-pq", "kr", "kr-pq"), List.copyOf(standing.cosigned().keySet()));
    proof.verify(scene.auditor().policy());
  }

  @Test
  void while_one_witness_is_away_the_log_goes_on_and_waits_for_it() {
    var witness = scene.exchange().witnesses().getLast();
    witness.stop();
    String leaf;
    try {
      leaf = submitted();
      assertEquals("503 NOT_WITNESSED_YET", korea.door().get(receipt(leaf)).refusal());
    } finally {
      witness.start();
    }
    witnessed(leaf);
  }

  @Test
  void restored_from_an_older_copy_the_log_signs_nothing() {
    scene.auditService().stop();
    sql("CREATE DATABASE audit_copy TEMPLATE audit OWNER audit");
    scene.auditService().start();
    witnessed(submitted());
    scene.auditService().stop();
    rename("audit", "audit_newest");
    rename("audit_copy", "audit");
    try {
      scene.auditService().launch();
      Eventually.is(
          "a refusal to sign",
          () -> Health.of(scene.auditService()).said().contains("it is an older copy"));
      var refused = korea.door().post(korea.sign(Stix.warning(Member.KOREA, 1)));
      assertEquals("503 AUDIT_UNAVAILABLE", refused.refusal());
    } finally {
      scene.auditService().stop();
      rename("audit", "audit_copy");
      rename("audit_newest", "audit");
      scene.auditService().start();
    }
    assertEquals(List.of(), scene.auditor().findings(), "the newest one goes on");
  }

  /** The leaf hash of a new submission of Korea's. */
  private String submitted() {
    return korea.submit(Stix.warning(Member.KOREA, 1)).status().receipt().leaf();
  }

  private static String receipt(String leaf) {
    return "/receipts/" + leaf + "?stage=witnessed";
  }

  private String witnessed(String leaf) {
    Eventually.is("both cosign", () -> korea.door().get(receipt(leaf)).status() == 200);
    return korea.door().get(receipt(leaf)).body();
  }

  private void rename(String from, String to) {
    sql("ALTER DATABASE " + from + " RENAME TO " + to);
  }

  private void sql(String statement) {
    scene.exchange().postgres().execute("postgres", statement);
  }
}
