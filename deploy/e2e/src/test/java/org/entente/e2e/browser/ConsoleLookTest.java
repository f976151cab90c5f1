package org.entente.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Map;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in both languages, light and dark, wide and narrow: nothing breaks, nothing hides. */
@ExtendWith({OneExchange.class, Chromium.class})
class ConsoleLookTest {

  private static final List<String> PAGES =
      List.of("overview", "search", "seen", "did", "record", "export", "gaps", "nothing-here");

  /** Tables that may have to be scrolled, by keyboard too, and do not say what they are. */
  private static final String NAMELESS =
      """
      () => [...document.querySelectorAll(".wide")].filter((table) => {
        const by = document.getElementById(table.getAttribute("aria-labelledby"));
        const name = table.getAttribute("aria-label") ?? by?.textContent ?? "";
        return table.tabIndex !== 0 || table.getAttribute("role") !== "group" || !name.trim();
      }).map((table) => table.outerHTML)
      """;

  private final Scene scene;
  private final Browser browser;
  private String object = "";

  ConsoleLookTest(Scene scene, Browser browser) {
    this.scene = scene;
    this.browser = browser;
  }

  @BeforeEach
  void something_happened() {
    Feed korea = scene.korea();
    var indicator = Stix.indicator(Member.KOREA);
    korea.submit(Stix.envelope(indicator.text()));
    object = indicator.id();
    scene.eu().received();
    korea.door().withoutToken().discovery();
  }

  @ParameterizedTest
  @CsvSource({"en,LIGHT,1280", "ko,DARK,1280", "ko,LIGHT,390", "en,DARK,390"})
  void pages_look_as_they_should(String language, ColorScheme scheme, int width) {
    var options =
        new Browser.NewContextOptions()
            .setLocale(language)
            .setColorScheme(scheme)
            .setViewportSize(width, 800);
    try (var visitor = Visitor.of(browser, scene, "kr", options)) {
      visitor.at("/console/").logIn(Member.KOREA.jointInspector());
      assertThat(visitor.page().locator(".who")).containsText(Member.KOREA.jointInspector());
      for (var page : PAGES) {
        visitor.at(address(page));

        assertEquals(language, visitor.page().locator("html").getAttribute("lang"));
        assertEquals(
            true,
            visitor.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"),
            page + " is wider than the window");
        assertEquals(List.of(), Accessibility.violations(visitor.page()), page);
        assertEquals(List.of(), visitor.page().evaluate(NAMELESS), page);
        visitor.photograph(page + "-" + language + "-" + scheme + "-" + width);
      }
      var wrong = visitor.complaints();
      wrong.removeIf(complaint -> complaint.contains("404"));
      assertEquals(List.of(), wrong);
    }
  }

  private long submission() {
    return scene.auditor().search(Map.of("object", object)).getLast().index();
  }

  private String address(String page) {
    return switch (page) {
      case "overview" -> "/console/";
      case "search" -> "/console/search?party=kr&limit=20";
      case "seen" -> "/console/seen?value=" + object;
      case "did" -> "/console/did?actor=kr-feed";
      case "export" -> "/console/export?party=kr&limit=20";
      case "record" -> "/console/records/" + submission();
      default -> "/console/" + page;
    };
  }

  @Test
  void dragging_across_the_timeline_opens_that_stretch_of_time() {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/").logIn(Member.KOREA.jointInspector());
      assertThat(visitor.page().locator("footer")).isVisible();
      visitor.page().waitForLoadState(); // then the script has run
      var chart = visitor.page().locator(".strips svg").first().boundingBox();
      var y = chart.y + chart.height / 2;
      visitor.page().mouse().move(chart.x + chart.width / 2, y);
      visitor.page().mouse().down();
      visitor.page().mouse().move(chart.x + chart.width - 1, y);
      visitor.page().mouse().up();

      assertThat(visitor.page()).hasURL(java.util.regex.Pattern.compile(".*/console/\\?from=.*"));
      assertThat(visitor.page().locator(".strips rect.allowed").first()).isAttached();
      assertEquals(List.of(), visitor.complaints());
    }
  }

  @Test
  void what_is_printed_is_what_was_found_and_how() {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at(address("record")).logIn(Member.KOREA.jointInspector());
      assertThat(visitor.page().locator("h1")).isVisible();
      var print = new Page.EmulateMediaOptions().setMedia(Media.PRINT);
      visitor.page().emulateMedia(print.setColorScheme(ColorScheme.DARK));

      assertThat(visitor.page().locator("nav").first()).isHidden();
      assertThat(visitor.page().locator(".skip")).isHidden();
      assertThat(visitor.page().locator(".facts")).isVisible();
      assertThat(visitor.page().locator("footer")).isVisible();
      assertThat(visitor.page().locator("html"))
          .hasCSS("background-color", "rgb(255, 255, 255)"); // dark screens print on white paper
      visitor.photograph("record-print");
    }
  }

  @Test
  void paper_has_no_forms_and_hides_nothing() {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/").logIn(Member.KOREA.jointInspector());
      assertThat(visitor.page().locator("h1")).isVisible();
      var table = visitor.page().locator("details table");
      assertThat(table).isHidden();
      visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(table).isVisible();
      visitor.photograph("overview-print");
      for (var page : List.of("search", "seen", "record")) {
        visitor.at(address(page));

        assertThat(visitor.page().locator("h1")).isVisible();
        assertEquals(
            0,
            visitor.page().locator("form:visible, .actions:visible, button:visible").count(),
            page);
      }
    }
  }

  @Test
  void a_refusal_is_told_in_the_language_of_the_page() {
    var options = new Browser.NewContextOptions().setLocale("ko");
    try (var visitor = Visitor.of(browser, scene, "kr", options)) {
      visitor.at("/console/nothing-here").logIn(Member.KOREA.jointInspector());

      assertThat(visitor.page().locator(".notice")).hasText("해당하는 경로가 없습니다");
      assertThat(visitor.page().locator(".facts")).containsText("PATH_UNKNOWN");
      assertThat(visitor.page().locator("dd[lang=en]")).containsText("there is no such page");
    }
  }

  @Test
  void what_became_of_the_log_leads_to_its_record() {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/").logIn(Member.KOREA.inspector());
      var events = visitor.page().locator("section[aria-labelledby=events]");
      assertThat(events).not().containsText("log.heartbeat");

      events.locator("tbody a").last().click();

      assertThat(visitor.page().locator(".facts")).containsText("log.");
    }
  }

  @Test
  void the_first_tab_stop_leads_past_the_navigation() {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/").logIn(Member.KOREA.jointInspector());
      assertThat(visitor.page().locator("h1")).isVisible();
      visitor.page().keyboard().press("Tab");
      assertThat(visitor.page().locator(".skip")).isFocused();
      visitor.page().keyboard().press("Enter");
      assertThat(visitor.page().locator("#content")).isFocused();
    }
  }

  @Test
  void the_language_is_chosen_on_the_page_and_stays() {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/search?party=kr").logIn(Member.KOREA.jointInspector());
      visitor.page().click("a[lang=ko]");

      assertTrue(visitor.page().url().endsWith("/console/search?party=kr"), visitor.page().url());
      assertEquals("로그 검색", visitor.heading());
      visitor.at("/console/");
      assertEquals("개요", visitor.heading());
    }
  }

  @Test
  void an_auditor_of_one_party_sees_no_other_partys_reads() {
    try (var european = Chromium.visitor(browser, scene, "eu")) {
      european.at("/console/search?party=kr&operation=console.search").logIn("eu-inspector");
      Eventually.is("shown", () -> european.page().locator("h2#results").isVisible());

      assertThat(european.page().locator("#results ~ p.muted").first()).isVisible();
      assertEquals(0, european.page().locator("table.hits tbody tr").count());
    }
  }
}
