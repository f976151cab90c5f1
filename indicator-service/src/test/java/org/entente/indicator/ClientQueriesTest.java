package org.entente.indicator;

import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// The queries of stock clients, as the gateway's contract has them, against real data.
@QuarkusTest
class ClientQueriesTest extends ServiceTest {
  private static final Path CONTRACT = Path.of("..", "sharing-gateway", "contract");
  private static final Pattern LET_IN = Pattern.compile("\\]\\((clients/[^)]+)\\) \\| 200 \\|");
  private static final String COLLECTIONS = "/taxii2/exchange/collections/";

  @Test
  void stock_clients_get_what_they_ask_for() throws IOException {
    for (int i = 0; i < 3; i++) {
      gateway()
          .submit("kr", KR_TO_EU, Stix.envelope(Stix.indicator(Stix.id("indicator"))))
          .then()
          .statusCode(202);
    }
    List<String> targets =
        LET_IN
            .matcher(Files.readString(CONTRACT.resolve("CLIENTS.md")))
            .results()
            .map(row -> target(row))
            .filter(target -> target.startsWith(COLLECTIONS) && target.contains("?"))
            .toList();
    assertTrue(targets.size() > 8, targets::toString);
    for (String target : targets) {
      Response answer = ask(target);
      assertEquals(200, answer.statusCode(), () -> target + "\n" + answer.asString());
      assertNotNull(answer.path("objects"), target);
      assertNotNull(answer.header("X-TAXII-Date-Added-Last"), target);
    }
  }

  private static String target(MatchResult row) {
    try {
      return Files.readAllLines(CONTRACT.resolve(row.group(1))).getFirst().split(" ", 3)[1];
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Response ask(String target) {
    Response first =
        gateway()
            .objects("eu", KR_TO_EU, Map.of("added_after", "2024-11-24T10:00:00Z", "limit", 1));
    String inside =
        target
            .replace("/taxii2/exchange", "/v1")
            .replace("/?", "?")
            .replace("{{next}}", first.<String>path("next"));
    return gateway().caller("eu").get(inside);
  }
}
