package org.entente.indicator;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.entente.indicator.exchange.Exchange;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubmitAndReadTest extends ServiceTest {
  @Test
  void what_korea_submits_the_eu_reads_byte_for_byte() {
    String id = Stix.id("indicator");
    String object = Stix.indicator(id);

    gateway()
        .submit("kr", Exchange.KR_TO_EU, Stix.envelope(object))
        .then()
        .statusCode(202)
        .contentType(equalTo("application/taxii+json;version=2.1"))
        .body("status", equalTo("complete"))
        .body("success_count", equalTo(1))
        .body("successes[0].id", equalTo(id));
    String read = gateway().object("eu", Exchange.KR_TO_EU, id).asString();

    assertEquals("{\"objects\":[" + object + "]}", read);
    assertTrue(gateway().objects("eu", Exchange.KR_TO_EU, Map.of()).asString().contains(object));
  }
}
