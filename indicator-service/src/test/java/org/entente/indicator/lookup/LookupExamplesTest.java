package org.entente.indicator.lookup;

import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.indicator.ServiceTest;
import org.entente.indicator.exchange.Stix;
import org.junit.jupiter.api.Test;

/// The contract's look-up is what really goes over the wire; written anew with
/// `-Dcontract.write=true`.
@QuarkusTest
class LookupExamplesTest extends ServiceTest {
  private static final Path EXAMPLES = Path.of("contract", "examples");
  private static final String ID = "indicator--5d0c2c0e-7a55-4c1e-9a43-2f6f3c1e8b70";
  private static final String LAZARUS = "0x098b716b8aaf21512996dc57eb0615e2383e2f96";

  @Test
  void the_example_questions_have_the_example_answers() throws IOException {
    String more =
        ",\"confidence\":85,\"indicator_types\":[\"malicious-activity\"],"
            + "\"valid_until\":\"2027-11-01T00:00:00Z\"";
    String indicator =
        Stix.indicator(ID, "2026-11-01T00:00:00.000Z", Stix.AMBER, more)
            .replace(
                "[url:value = 'https://a.example/']",
                "[cryptocurrency-wallet:value = '" + LAZARUS + "']");
    new Asking(gateway()).submit("kr", KR_TO_EU, indicator);
    String asked = Files.readString(EXAMPLES.resolve("lookup-asked.ndjson"));

    String known =
        withoutAccidents(
            new Asking(gateway())
                .post("eu", asked, Map.of("at", "2026-11-25T00:00:00Z"))
                .asString());

    if (Boolean.getBoolean("contract.write")) {
      Files.writeString(EXAMPLES.resolve("lookup-known.ndjson"), known);
    }
    assertEquals(Files.readString(EXAMPLES.resolve("lookup-known.ndjson")), known);
  }

  @Test
  void every_warning_list_brought_along_is_one_as_the_contract_describes() throws IOException {
    try (Stream<Path> lists = Files.list(Path.of("src", "main", "resources", "warning-lists"))) {
      for (Path list : lists.filter(file -> file.toString().endsWith(".json")).toList()) {
        String text = Files.readString(list);
        for (String member : new String[] {"name", "version", "title", "category", "licence"}) {
          assertTrue(text.contains("\"" + member + "\": "), list + " has no " + member);
        }
      }
    }
  }

  /// The salt and the time of the release are the exchange's own.
  private static String withoutAccidents(String answer) {
    return answer
        .replaceFirst("\"salt\":\"[^\"]*\"", "\"salt\":\"1b4e28ba-2fa1-4d12-883f-0016d3cca427\"")
        .replaceAll("\"date_added\":\"[^\"]*\"", "\"date_added\":\"2026-11-25T09:30:00.000000Z\"");
  }
}
