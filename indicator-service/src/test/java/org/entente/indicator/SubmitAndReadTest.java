package org.entente.indicator;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.entente.indicator.exchange.Exchange;
import org.entente.indicator.exchange.Stix;
import org.entente.indicator.taxii.TaxiiTime;
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
    Response one = gateway().object("eu", Exchange.KR_TO_EU, id);
    long added = TaxiiTime.parse(one.header("X-TAXII-Date-Added-Last")).orElseThrow();
    Map<String, String> query = Map.of("added_after", TaxiiTime.format(added - 1));
    Response page = gateway().objects("eu", Exchange.KR_TO_EU, query);

    assertEquals("{\"objects\":[" + object + "]}", one.asString());
    assertEquals(one.asString(), page.asString());
  }
}
