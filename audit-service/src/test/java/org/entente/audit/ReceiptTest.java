package org.entente.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.entente.log.TlogProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReceiptTest extends ServiceTest {

  private long receipts(String party, String outcome) {
    return recorded(
        "operation = 'receipt.get' AND actor = 'sharing-gateway' AND party = '%s' AND outcome = '%s'"
            .formatted(party, outcome));
  }

  @Test
  void a_party_gets_the_receipts_of_its_own_records_only() {
    var leaf = appended(SampleRecord.fresh()).getString("leaf");
    var allowed = receipts("kr", "allowed");
    var denied = receipts("eu", "denied");

    gateway().request().get("/v1/receipts/" + leaf + "?party=kr").then().statusCode(200);
    gateway()
        .request()
        .get("/v1/receipts/" + leaf + "?party=eu")
        .then()
        .statusCode(404)
        .body("code", equalTo("RECEIPT_UNKNOWN"));

    assertEquals(allowed + 1, receipts("kr", "allowed"));
    assertEquals(denied + 1, receipts("eu", "denied"));
  }

  @Test
  void a_joint_auditor_gets_any_receipt() {
    var sample = SampleRecord.fresh().of("eu", "eu-feed");
    var leaf = appended(sample).getString("leaf");

    var receipt = auditor().get("/v1/receipts/" + leaf).then().statusCode(200).extract();

    var proven = TlogProof.parse(receipt.asByteArray()).verify(exchange.policy());
    assertArrayEquals(sample.leaf().getBytes(StandardCharsets.UTF_8), proven.entry().toByteArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "not*base64", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"})
  void a_leaf_nobody_appended_has_no_receipt(String leaf) {
    gateway()
        .request()
        .get("/v1/receipts/" + leaf + "?party=kr")
        .then()
        .statusCode(404)
        .body("code", equalTo("RECEIPT_UNKNOWN"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "KR", "kr%00", "no-such-partner"})
  void a_party_that_is_none_has_no_receipts(String party) {
    var leaf = appended(SampleRecord.fresh().of("-", "-")).getString("leaf");
    var denied = receipts("-", "denied") + receipts("no-such-partner", "denied");

    gateway()
        .request()
        .get("/v1/receipts/" + leaf + "?party=" + party)
        .then()
        .statusCode(404)
        .body("code", equalTo("RECEIPT_UNKNOWN"));

    assertEquals(denied + 1, receipts("-", "denied") + receipts("no-such-partner", "denied"));
  }

  @Test
  void a_partners_client_cannot_ask_for_a_party() {
    var leaf = appended(SampleRecord.fresh()).getString("leaf");

    client("kr", "kr-feed")
        .request()
        .get("/v1/receipts/" + leaf + "?party=kr")
        .then()
        .statusCode(403)
        .body("code", equalTo("CALLER_UNKNOWN"));
  }
}
