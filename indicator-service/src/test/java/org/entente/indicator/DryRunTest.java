package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.KR_TO_JP;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.indicator.exchange.Gateway;
import org.entente.indicator.exchange.Stix;
import org.entente.stix.marking.Tlp;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DryRunTest extends ServiceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String V1 = "2026-11-01T00:00:00.000Z";

  private final String id = Stix.id("indicator");

  @Test
  void it_says_for_each_object_and_place_which_clauses_withhold_it() throws IOException {
    String strict = Stix.indicator(id, V1, Tlp.AMBER_STRICT.marking(), "");
    Response answer = run("?rel=urn:entente:agency:jp:npa", strict, Stix.indicator("indicator--1"));

    List<JsonNode> lines = lines(answer.then().statusCode(200).extract().asString());
    JsonNode first = lines.getFirst();
    assertEquals(id, first.path("id").asText());
    assertEquals("amber+strict", first.path("tlp").asText());
    assertEquals("[\"jp/npa\",\"jp/npa/analyst\",\"jp/npa/liaison\"]", first.path("released") + "");
    assertEquals("[\"RECIPIENTS\",\"TLP\"]", first.at("/withheld/jp~1jpcert") + "");
    assertEquals("[\"TLP\"]", first.at("/withheld/jp~1bank") + "");
    assertEquals("the manifest names other recipients", first.at("/because/RECIPIENTS").asText());
    assertEquals(1, lines.getLast().path("faults").size());
  }

  @Test
  void it_leaves_nothing_behind_but_a_record_that_names_nothing() {
    int before = log().size();
    run("?tlp=red", Stix.indicator(id)).then().statusCode(200);

    gateway().object("jp/npa", KR_TO_JP, id).then().statusCode(404);
    JsonNode record = log().records().get(before);
    assertEquals("release.dryRun", record.at("/api/operation").asText());
    assertEquals(-1, record.toString().indexOf(id));
    assertEquals(true, record.at("/exchange/body_size").isMissingNode());
    assertEquals(true, record.at("/exchange/query").isMissingNode());
  }

  @Test
  void it_is_for_the_producer_and_for_whom_the_exchange_knows() {
    String body = Stix.envelope(Stix.indicator(id));
    post("jp/npa", "", body).then().statusCode(403).body("code", equalTo("AUTHZ_COLLECTION"));
    post("us", "", body).then().statusCode(404);
    post("kr", "?rel=urn:entente:partner:zz", body).then().statusCode(400);
    post("kr", "?tlp=purple", body).then().statusCode(400);
    post("kr", "", "{}").then().statusCode(422);
  }

  private Response run(String query, String... objects) {
    return post("kr", query, Stix.envelope(objects));
  }

  private Response post(String place, String query, String body) {
    return gateway()
        .caller(place)
        .contentType(Gateway.TAXII)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/v1/collections/" + KR_TO_JP + "/dry-run" + query);
  }

  private static List<JsonNode> lines(String ndjson) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : ndjson.lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
