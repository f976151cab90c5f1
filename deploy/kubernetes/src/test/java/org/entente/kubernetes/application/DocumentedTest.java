package org.entente.kubernetes.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each service's README has one table of all its own properties, with what they are by default. */
class DocumentedTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(entente\\.[a-z0-9.*\\[\\]-]+)` \\| ([^|]+) \\| [^|]+ \\|$");
  private static final String NONE = "–";

  @ParameterizedTest
  @ValueSource(strings = {"sharing-gateway", "indicator-service", "audit-service"})
  void a_services_readme_tells_its_properties_and_no_others(String service) throws IOException {
    var packaged = new Packaged(service);
    assertEquals(KnownProperties.own(packaged), told(packaged.readme()));
  }

  private static Map<String, String> told(String readme) {
    var told = new TreeMap<String, String>();
    ROW.matcher(readme)
        .results()
        .forEach(row -> told.put(row.group(1), row.group(2).equals(NONE) ? "" : row.group(2)));
    return told;
  }
}
