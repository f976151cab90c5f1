package org.entente.e2e.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Checks a page against WCAG 2.2, levels A and AA, as far as axe-core can by itself. */
final class Accessibility {

  private static final String SCRIPT = script();
  private static final String FOUND =
      """
      async () => {
        const found = await axe.run(document, { resultTypes: ["violations"] });
        return found.violations.flatMap((rule) =>
          rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary}`));
      }
      """;

  private Accessibility() {}

  /** What is wrong, one line for each place; nothing when all is well. */
  static List<String> violations(Page page) {
    page.evaluate(SCRIPT);
    return ((List<?>) page.evaluate(FOUND)).stream().map(Object::toString).toList();
  }

  private static String script() {
    try (var in = Page.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
