package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.KR_WITH_EU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// TAXII's Delete an Object (TAXII 2.1 §5.7), signed.
@QuarkusTest
class DeletionTest extends ServiceTest {
  private static final String V1 = "2026-11-01T00:00:00.000Z";
  private static final String V2 = "2026-11-02T00:00:00.000Z";

  private final String id = Stix.id("indicator");

  @Test
  void a_deletion_withdraws_the_latest_version_unless_it_says_more() {
    submitTo(KR_WITH_EU, Manifest.fresh(), Stix.indicator(id));
    submitTo(KR_WITH_EU, Manifest.fresh(), Stix.indicator(id, V2, Stix.GREEN, ""));
    int before = log().size();
    Manifest manifest = Manifest.fresh();

    Response deleted = gateway().delete("kr", KR_WITH_EU, manifest, id + "/");
    deleted.then().statusCode(200);
    assertEquals("", deleted.asString());
    assertEquals(V1, gateway().object("eu", KR_WITH_EU, id).path("objects[0].modified"));
    gateway().delete("kr", KR_WITH_EU, manifest, id + "/").then().statusCode(200);
    assertEquals(V1, gateway().object("kr", KR_WITH_EU, id).path("objects[0].modified"));
    assertEquals(1, log().recordsOf("taxii.deleteObject.outcome", before).size());

    String other = id + "?match[version]=all&match[spec_version]=2.0";
    gateway().delete("kr", KR_WITH_EU, Manifest.fresh(), other).then().statusCode(404);
    gateway()
        .delete("kr", KR_WITH_EU, Manifest.fresh(), id + "?match[version]=all")
        .then()
        .statusCode(200);
    gateway().object("eu", KR_WITH_EU, id).then().statusCode(404);
    gateway().delete("kr", KR_WITH_EU, Manifest.fresh(), id).then().statusCode(404);
    List<JsonNode> deletions = new ArrayList<>(log().recordsOf("taxii.deleteObject", before));
    deletions.addAll(log().recordsOf("taxii.deleteObject.outcome", before));
    assertFalse(deletions.isEmpty());
    assertFalse(deletions.toString().contains("body_sha256"), deletions::toString);
    assertFalse(deletions.toString().contains("/objects/" + id), deletions::toString);
    assertEquals(2, withdrawals().stream().filter(id::equals).count());
  }

  private Response submitTo(String collection, Manifest manifest, String... objects) {
    byte[] body = Stix.envelope(objects).getBytes(StandardCharsets.UTF_8);
    return gateway().submit("kr", collection, manifest, body);
  }

  private List<String> withdrawals() {
    Response withdrawals = gateway().withdrawals("eu", KR_WITH_EU, Map.of());
    return withdrawals.then().statusCode(200).extract().path("withdrawals.id");
  }
}
