package org.entente.stix.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// The indicators of the bundle on the theft of February 2025; the ATT&CK bundles hold none.
class RealPatternsTest {

  private static final int WALLETS = 51;

  @Test
  void each_of_the_51_wallets_has_one_sufficient_key() throws IOException {
    var patterns = patterns();
    assertEquals(WALLETS, patterns.size());
    for (var pattern : patterns) {
      var read = Verdict.clean(pattern);
      assertEquals(ConformanceLevel.BASIC, read.level());
      assertEquals(Sufficiency.SUFFICIENT, read.sufficiency());
      assertEquals(1, read.keys().size());
      assertTrue(read.keys().getFirst().key().text().startsWith("eip155:0:0x"));
      assertEquals(pattern, read.canonical());
    }
  }

  private static List<String> patterns() throws IOException {
    var bundle = RealPatternsTest.class.getResourceAsStream("/bundles/bybit-bundle.json.gz");
    try (var json = new GZIPInputStream(Objects.requireNonNull(bundle))) {
      var patterns = new ArrayList<String>();
      for (var object : new ObjectMapper().readTree(json).get("objects")) {
        if (object.get("type").textValue().equals("indicator")) {
          patterns.add(object.get("pattern").textValue());
        }
      }
      return patterns;
    }
  }
}
