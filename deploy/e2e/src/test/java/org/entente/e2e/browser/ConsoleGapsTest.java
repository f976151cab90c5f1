package org.entente.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.e2e.scene.Auditor;
import org.entente.e2e.scene.CommandLine;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is missing, from a client's first number to the page an auditor looks at. */
@ExtendWith({OneExchange.class, Chromium.class})
class ConsoleGapsTest {

  private static final String HOSTILE =
      "<img src=x onerror=document.title='ran'></table>{frame.reader.idToken} \u202egpj";

  private final Scene scene;
  private final Browser browser;
  private @TempDir Path folder;

  ConsoleGapsTest(Scene scene, Browser browser) {
    this.scene = scene;
    this.browser = browser;
    folder = Path.of("");
  }

  @Test
  void what_a_journal_has_alone_is_filed_and_shown_as_a_claim() throws IOException {
    var korea = kit("kr.properties", Map.of());
    ok(korea.run("rights"));
    assertEquals(
        4, kit("nowhere.properties", Map.of("gateway.url", nobody())).run("rights").exit());
    ok(korea.run("rights"));
    var auditor = scene.exchange().profile(Member.KOREA.auditor()).toString();
    var told = ok(korea.run("reconcile", "--auditor", auditor, "--file-finding"));
    assertTrue(told.contains("What was found is filed"), told);

    look("en", ColorScheme.LIGHT, 1280);
    look("ko", ColorScheme.DARK, 1280);
    look("ko", ColorScheme.LIGHT, 390);
    look("en", ColorScheme.DARK, 390);
    var record = scene.auditor().search(Map.of("operation", "log.reconcile")).getFirst();
    assertEquals(Member.KOREA.auditor(), record.disclosed("uid"));
  }

  private void look(String language, ColorScheme scheme, int width) {
    var options =
        new Browser.NewContextOptions()
            .setLocale(language)
            .setColorScheme(scheme)
            .setViewportSize(width, 800);
    try (var visitor = Visitor.of(browser, scene, "kr", options)) {
      visitor.at("/console/gaps").logIn(Member.KOREA.inspector());
      var page = visitor.page();
      var row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("kr-feed"));
      assertThat(row.locator("td .warn").first()).isVisible(); // a number is missing
      shown(visitor, "gaps-" + language + "-" + scheme + "-" + width);
      row.locator("th a").click();
      assertThat(page.locator("main")).containsText("NOT_ARRIVED");
      assertThat(page.locator("main")).containsText(Member.KOREA.auditor());
      shown(visitor, "missing-" + language + "-" + scheme + "-" + width);
      assertEquals(List.of(), visitor.complaints());
    }
  }

  private static void shown(Visitor visitor, String name) {
    visitor.page().waitForLoadState(); // then the style is there, too
    visitor.photograph(name);
    assertEquals(
        true,
        visitor.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"),
        name + " is wider than the window");
    assertEquals(List.of(), Accessibility.violations(visitor.page()), name);
  }

  @Test
  void hostile_words_in_a_finding_are_shown_and_nothing_else() {
    var client = "kr-" + UUID.randomUUID();
    auditor().file(finding(client, HOSTILE));
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/gaps?client=" + client).logIn(Member.KOREA.inspector());

      var page = visitor.page();
      assertThat(page.locator("main")).containsText(HOSTILE.replace("\u202e", "⟦U+202E⟧"));
      assertTrue(page.title().endsWith("Entente audit log"), page.title());
      assertEquals(0, page.locator("img, [onerror], style, [style]").count());
      assertEquals(List.of(), visitor.complaints());
    }
  }

  @Test
  void another_partys_auditors_see_neither_clients_nor_findings() {
    var client = "kr-" + UUID.randomUUID();
    auditor().file(finding(client, "x"));
    try (var visitor = Chromium.visitor(browser, scene, "eu")) {
      visitor.at("/console/gaps").logIn(Member.EU.inspector());
      assertThat(visitor.page().locator("h2").first()).isVisible();
      assertEquals(0, visitor.page().locator("tbody td:text-is('kr')").count());

      visitor.at("/console/gaps?party=kr&client=" + client);

      assertThat(visitor.page().locator("main")).containsText("QUERY_INVALID");
    }
  }

  private Auditor auditor() {
    return scene.auditorOf(Member.KOREA);
  }

  private static String finding(String client, String what) {
    return """
    {"party":"kr","client":"%s","times":{"from":"2026-11-26T01:00:00Z","to":"2026-11-26T02:00:00Z"},
     "size":0,"attempts":1,"entries":0,"matched":0,
     "only_in_journal":{"total":1,"listed":[{"kind":"NOT_ARRIVED","number":1,"what":"%s"}]},
     "only_in_log":{"total":0,"listed":[]},"differing":{"total":0,"listed":[]}}
    """
        .formatted(client, what);
  }

  /** Korea's feed with a journal of its own and some of its profile said otherwise. */
  private CommandLine kit(String name, Map<String, String> other) throws IOException {
    var text = Files.readString(scene.exchange().profile(Member.KOREA.feed()));
    var more = new StringBuilder(text + "\njournal.folder=" + folder.resolve("journal") + "\n");
    other.forEach((key, value) -> more.append(key).append('=').append(value).append('\n'));
    var profile = Files.writeString(folder.resolve(name), more);
    return new CommandLine(scene.exchange().settings().repository(), profile);
  }

  /** An address at which nobody listens any more. */
  private static String nobody() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "https://localhost:" + free.getLocalPort();
    }
  }

  private static String ok(CommandLine.Ended ended) {
    assertEquals(0, ended.exit(), ended.said());
    return ended.said();
  }
}
