package org.entente.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class BybitSampleTest {

  private static final Path SAMPLES = Path.of("samples");

  @Test
  void the_committed_bundle_is_what_the_generator_writes() throws IOException {
    var addresses = Files.readAllLines(SAMPLES.resolve("bybit-2025-addresses.txt"));

    var committed = Files.readString(SAMPLES.resolve("bybit-2025.json"));

    assertEquals(BybitSample.bundle(addresses), committed);
  }

  @Test
  void it_holds_51_wallets_each_with_an_indicator_of_the_campaign() throws IOException {
    var objects = objects();

    assertEquals(51, count(objects, "cryptocurrency-wallet"));
    assertEquals(51, count(objects, "indicator"));
    assertEquals(51, count(objects, "relationship"));
    assertEquals(1, count(objects, "campaign"));
    assertEquals(156, objects.size());
  }

  @Test
  void every_id_is_used_once_and_every_object_is_marked() throws IOException {
    var seen = new HashSet<String>();
    for (var object : objects()) {
      var id = object.get("id").textValue();
      assertTrue(seen.add(id), id);
      var isMarking = object.get("type").textValue().equals("marking-definition");
      assertTrue(isMarking || object.has("object_marking_refs"), id);
    }
  }

  @Test
  void a_wallet_id_follows_from_its_canonical_value() {
    // The example of an independent implementation.
    assertEquals(
        "cryptocurrency-wallet--27fadc91-1e1c-5474-988f-07a16840be45",
        StixIds.observable(
            "cryptocurrency-wallet", "{\"value\":\"1KFHE7w8BhaENAswwryaoccDb6qcT6DbYY\"}"));
  }

  private static long count(JsonNode objects, String type) {
    return objects.valueStream().filter(o -> o.get("type").textValue().equals(type)).count();
  }

  private static JsonNode objects() throws IOException {
    return new ObjectMapper().readTree(SAMPLES.resolve("bybit-2025.json").toFile()).get("objects");
  }
}
