package org.entente.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.entente.log.TlogProof;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AppendTest extends ServiceTest {

  @Test
  void what_is_appended_has_a_receipt_that_verifies_offline() {
    var sample = SampleRecord.fresh();

    var appended = appended(sample);
    var receipt =
        gateway()
            .request()
            .get("/v1/receipts/" + appended.getString("leaf") + "?party=kr")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();

    var proven = TlogProof.parse(receipt).verify(exchange.policy());
    assertEquals(appended.getLong("index"), proven.index());
    assertArrayEquals(sample.bytes(), proven.entry().toByteArray());
  }
}
