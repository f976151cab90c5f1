package org.entente.indicator.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.indicator.ServiceTest;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// P6, and that the index tells the truth: for random objects, each reader is told by a look-up
/// exactly what a naive reading of the pages it may read tells.
@QuarkusTest
class LookupPropertyTest extends ServiceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DAY = 6;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_look_up_tells_what_reading_everything_would(long seed) throws IOException {
    Scene scene = new Scene(seed);
    for (int day = 2; day < 8; day++) {
      submit(scene, scene.next(day));
    }
    submit(scene, scene.revocations(9));

    int told = 0;
    for (String reader : Scene.READABLE.keySet()) {
      Set<String> expected = naive(scene, reader);
      assertEquals(expected, lookedUp(scene, reader), reader);
      told += expected.size();
    }
    assertNotEquals(0, told, "nothing was tried");
  }

  private void submit(Scene scene, List<String> objects) {
    if (objects.isEmpty()) {
      return;
    }
    byte[] body = Stix.envelope(objects).getBytes(StandardCharsets.UTF_8);
    Response status =
        gateway().submit("kr", scene.collection(), Manifest.claiming(scene.claims()), body);
    assertEquals(202, status.statusCode(), status.asString());
    assertEquals(Integer.valueOf(0), status.path("failure_count"), status.asString());
  }

  /// Of each object the newest version the reader has, wherever it reads it, and of these what is
  /// valid on the day.
  private Set<String> naive(Scene scene, String reader) throws IOException {
    Map<String, String> newest = new HashMap<>();
    for (String collection : Scene.READABLE.getOrDefault(reader, List.of())) {
      for (JsonNode object : all(reader, collection)) {
        String id = object.path("id").asText();
        newest.merge(id, object.path("modified").asText(), (a, b) -> a.compareTo(b) > 0 ? a : b);
      }
    }
    Set<String> expected = new TreeSet<>();
    newest.forEach((id, version) -> {
      Scene.Written said = scene.written(id, version);
      if (said != null && !said.revoked() && said.from() <= DAY && DAY < said.until()) {
        said.classes()
            .forEach((value, as) -> expected.add(String.join(" ", value, id, version, as)));
      }
    });
    return expected;
  }

  private List<JsonNode> all(String reader, String collection) throws IOException {
    List<JsonNode> objects = new java.util.ArrayList<>();
    Map<String, String> query = Map.of();
    JsonNode page;
    do {
      page = JSON.readTree(gateway().objects(reader, collection, query).asByteArray());
      page.path("objects").forEach(objects::add);
      query = Map.of("next", page.path("next").asText());
    } while (page.path("more").asBoolean());
    return objects;
  }

  private Set<String> lookedUp(Scene scene, String reader) throws IOException {
    Response answer =
        new Asking(gateway())
            .post(
                reader,
                String.join("\n", scene.values()),
                Map.of("at", "2026-11-%02dT12:00:00Z".formatted(DAY)));
    assertEquals(200, answer.statusCode(), answer.asString());
    Set<String> found = new TreeSet<>();
    for (String line : answer.asString().lines().toList()) {
      JsonNode known = JSON.readTree(line);
      for (JsonNode statement : known.path("statements")) {
        found.add(
            String.join(
                " ",
                known.path("asked").asText(),
                statement.path("id").asText(),
                statement.path("version").asText(),
                statement.path("class").asText()));
      }
    }
    return found;
  }
}
