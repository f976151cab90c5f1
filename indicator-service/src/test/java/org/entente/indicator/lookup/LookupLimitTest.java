package org.entente.indicator.lookup;

import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.indicator.ServiceTest;
import org.entente.indicator.exchange.Stix;
import org.entente.indicator.warning.WarningLists;
import org.junit.jupiter.api.Test;

/// What does not fit is told so, and asking for fewer leads on.
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills it
class LookupLimitTest extends ServiceTest {
  private static final Place PLACE = new Place("eu", List.of(UUID.fromString(KR_TO_EU)));
  private static final LookupQuery NOW =
      LookupQuery.parse(Map.of(), Instant.parse("2026-11-20T00:00:00Z"));

  @Inject PostgresHits hits;

  private final String first = Wallets.fresh();
  private final String second = Wallets.fresh();
  private final String unheard = Wallets.fresh();

  @Test
  void the_first_value_is_always_answered_and_the_others_told_to_ask_again() throws IOException {
    submit(Stream.of(first, first, second));

    List<JsonNode> answers = answers(1, first, unheard, second);

    assertEquals(1, answers.get(0).path("statements").size());
    assertTrue(answers.get(0).path("more").asBoolean(), "one of two");
    assertEquals("LIMIT_ANSWER", answers.get(1).at("/error/code").asText());
    assertEquals("LIMIT_ANSWER", answers.get(2).at("/error/code").asText());
  }

  @Test
  void values_before_the_cut_are_answered_whole() throws IOException {
    submit(Stream.of(first, second, second));
    // A wallet is met twice: by its own key, and as its own twin.
    long one =
        hits.find(PLACE, NOW, List.of(key(first)), 1 << 20).hits().getFirst().bytes().length();

    List<JsonNode> answers = answers(2 * one + 1, unheard, first, second);

    assertEquals(0, answers.get(0).path("statements").size());
    assertEquals(1, answers.get(1).path("statements").size());
    assertTrue(answers.get(1).path("more").isMissingNode());
    assertEquals("LIMIT_ANSWER", answers.get(2).at("/error/code").asText());
  }

  @Test
  void of_one_key_a_hundred_statements_are_told_the_newest() throws IOException {
    submit(IntStream.range(0, 103).mapToObj(_ -> first));

    JsonNode answer = answers(1 << 24, first).getFirst();

    assertEquals(100, answer.path("statements").size());
    assertTrue(answer.path("more").asBoolean());
  }

  private List<JsonNode> answers(long maxBytes, String... values) throws IOException {
    Probes probes = new Probes();
    for (String value : values) {
      probes.add(Interpreter.read(Question.of(value)));
    }
    AnswerWriter writer = new AnswerWriter(WarningLists.NONE, NOW.at(), UUID.randomUUID());
    writer.add(probes, hits.find(PLACE, NOW, probes.keys(), maxBytes));
    List<JsonNode> lines = new ArrayList<>();
    for (String line : new String(writer.bytes(), StandardCharsets.UTF_8).lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private void submit(Stream<String> addresses) {
    List<String> objects = addresses.map(a -> Wallets.indicator(a, Stix.GREEN, "")).toList();
    gateway().submit("kr", KR_TO_EU, Stix.envelope(objects)).then().statusCode(202);
  }

  private static String key(String address) {
    return "eip155:0:" + address;
  }
}
