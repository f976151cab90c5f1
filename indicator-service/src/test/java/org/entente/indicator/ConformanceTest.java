package org.entente.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// CONFORMANCE.md names no test that is not there.
class ConformanceTest {
  private static final Path PAGE = Path.of("contract", "CONFORMANCE.md");
  private static final Path OWN = Path.of("src", "test", "java");
  private static final Path GATEWAY = Path.of("..", "sharing-gateway", "src", "test", "java");
  private static final Path AGREEMENT =
      Path.of("..", "sharing-gateway", "agreement", "src", "test", "java");
  private static final Pattern NAMED =
      Pattern.compile("(indicator|gateway|agreement) `(\\w+)\\.(\\w+)`");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| [^s-].*\\|$");

  @Test
  void every_statement_has_a_test_and_every_named_test_exists() throws IOException {
    String page = Files.readString(PAGE);
    List<String> bare =
        ROW.matcher(page)
            .results()
            .map(MatchResult::group)
            .filter(row -> !NAMED.matcher(row).find())
            .toList();
    assertEquals(List.of(), bare);

    List<MatchResult> named = NAMED.matcher(page).results().toList();
    assertTrue(named.size() > 50);
    List<String> missing = new ArrayList<>();
    for (MatchResult test : named) {
      if (!exists(root(test.group(1)), test.group(2), test.group(3))) {
        missing.add(test.group());
      }
    }
    assertEquals(List.of(), missing);
  }

  private static Path root(String module) {
    return switch (module) {
      case "gateway" -> GATEWAY;
      case "agreement" -> AGREEMENT;
      default -> OWN;
    };
  }

  private static boolean exists(Path root, String type, String method) throws IOException {
    try (var files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.endsWith(type + ".java")).toList()) {
        if (Files.readString(file).contains("\n  void " + method + "(")) {
          return true;
        }
      }
      return false;
    }
  }
}
