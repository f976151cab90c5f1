package org.entente.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search is reviewed and signed, and the month says what is left. */
@ExtendWith({OneExchange.class, Chromium.class})
class ReviewsTest {

  private static final String NOTE = "Looked through. \"Nothing\" <b>unusual</b>.\n두 번 확인함.";

  private static final String KOREAN_FEED = "/console/gaps?party=kr&client=kr-feed";

  private final Scene scene;
  private final Browser browser;
  private String object = "";

  ReviewsTest(Scene scene, Browser browser) {
    this.scene = scene;
    this.browser = browser;
  }

  @BeforeEach
  void something_happened() {
    var indicator = Stix.indicator(Member.KOREA);
    scene.korea().submit(Stix.envelope(indicator.text()));
    object = indicator.id();
  }

  @ParameterizedTest
  @CsvSource({"en,LIGHT,1280", "ko,DARK,1280", "ko,LIGHT,390"})
  void a_result_is_reviewed_from_the_search_and_signed(
      String language, ColorScheme scheme, int width) {
    var options =
        new Browser.NewContextOptions()
            .setLocale(language)
            .setColorScheme(scheme)
            .setViewportSize(width, 800);
    try (var visitor = Visitor.of(browser, scene, "kr", options)) {
      var look = "-" + language + "-" + scheme + "-" + width;
      visitor.at("/console/search?object=" + object).logIn(Member.KOREA.jointInspector());
      assertThat(visitor.page().locator("form.aside button")).isVisible();
      visitor.photograph("review-search" + look);
      opened(visitor);
      visitor.photograph("review-open" + look);
      signed(visitor);
      visitor.photograph("review-signed" + look);
      for (var page : List.of("?state=signed", "?state=withdrawn", "", "/months")) {
        visitor.at("/console/reviews" + page);
        assertFits(visitor.page());
        visitor.photograph("reviews" + page.replaceAll("\\W", "-") + look);
      }
      visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      visitor.at("/console/reviews/months");
      visitor.photograph("reviews-months-printed" + look);
      assertEquals(List.of(), visitor.complaints());
    }
  }

  private static void opened(Visitor visitor) {
    var page = visitor.page();
    page.click("form.aside button");
    assertThat(page).hasURL(Pattern.compile(".*/console/reviews/[0-9a-f-]{36}"));
    assertThat(page.locator(".notice.good")).isVisible();
    assertTrue(page.locator("table.hits tbody tr").count() > 0);
    assertFits(page);
  }

  private static void signed(Visitor visitor) {
    var page = visitor.page();
    page.fill("textarea[name=note]", NOTE);
    page.click("form[method=post] button");
    assertThat(page.locator(".note")).isVisible();
    assertEquals(NOTE, page.locator(".note").innerText().strip());
    assertEquals(0, page.locator("form[method=post]").count());
    page.reload(); // asks again for the page, not for the sign-off
    assertThat(page.locator(".notice.good")).isVisible();
    assertThat(page.locator(".notice.warn")).isVisible(); // one person did both, and that is told
    assertFits(page);
  }

  private static void assertFits(Page page) {
    assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
    assertEquals(List.of(), Accessibility.violations(page));
  }

  @Test
  void opening_and_signing_are_records_of_the_person_that_no_program_could_make() {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/search?object=" + object).logIn(Member.KOREA.inspector());
      opened(visitor);
      var id = visitor.page().url().replaceAll(".*/", "");
      signed(visitor);

      for (var operation : List.of("review.open", "review.sign")) {
        var told =
            scene.auditor().search(Map.of("operation", operation, "object", "review--" + id));
        assertEquals(1, told.size(), operation);
        assertEquals("person:" + Member.KOREA.inspector(), told.getFirst().disclosed("uid"));
        assertFalse(told.getFirst().text("exchange", "sha256").isEmpty());
      }
      try (var european = Chromium.visitor(browser, scene, "eu")) {
        european.at("/console/reviews/" + id).logIn("eu-inspector");
        assertThat(european.page().locator("main")).containsText("REVIEW_UNKNOWN");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"en,LIGHT,Withdraw", "ko,DARK,철회"})
  void what_was_opened_by_mistake_is_withdrawn_for_a_reason(
      String language, ColorScheme scheme, String button) {
    var options = new Browser.NewContextOptions().setLocale(language).setColorScheme(scheme);
    try (var visitor = Visitor.of(browser, scene, "kr", options)) {
      visitor.at("/console/search?object=" + object).logIn(Member.KOREA.inspector());
      opened(visitor);
      var page = visitor.page();
      var id = page.url().replaceAll(".*/", "");
      page.fill("textarea[name=note]", "opened by mistake");
      page.click("button:text-is('" + button + "')");

      assertThat(page.locator(".note")).hasText("opened by mistake");
      assertEquals(0, page.locator("form[method=post]").count());
      assertFits(page);
      visitor.photograph("review-withdrawn-" + language);
      visitor.at("/console/reviews?state=withdrawn");
      assertThat(page.locator("a[href$='" + id + "']")).isVisible();
      visitor.at("/console/reviews");
      assertEquals(0, page.locator("a[href$='" + id + "']").count());
      var told =
          scene.auditor().search(Map.of("operation", "review.withdraw", "object", "review--" + id));
      assertEquals("person:" + Member.KOREA.inspector(), told.getFirst().disclosed("uid"));
      assertEquals(List.of(), visitor.complaints());
    }
  }

  @Test
  void a_review_a_month_and_a_client_lead_to_the_export_of_just_that() {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/search?object=" + object).logIn(Member.KOREA.inspector());
      opened(visitor);
      var page = visitor.page();
      var shown = page.locator("table.hits tbody th");
      var offered =
          "Entries: %d, from %s to %s"
              .formatted(shown.count(), shown.last().innerText(), shown.first().innerText());
      page.click("a[href^='/console/export']");
      assertThat(page.locator("h2").first()).hasText(offered);
      assertThat(page.locator("a.button[href$='format=evidence']")).isVisible();
      visitor.at("/console/reviews/months");
      page.locator("tbody a").first().click();
      for (var other : List.of(page.url().replaceAll(".*(?=/console)", ""), KOREAN_FEED)) {
        visitor.at(other);
        page.click("a[href^='/console/export']");
        assertThat(page.locator("a.button[href$='format=evidence']")).isVisible();
      }
      assertEquals(List.of(), visitor.complaints());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/console/reviews/months/2026-13, month",
    "/console/reviews/months/2026-11?before=x, before",
    "/console/reviews/months?before=x, before",
    "/console/reviews?state=lost, state"
  })
  void what_cannot_be_read_of_an_address_is_named(String address, String parameter) {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at(address).logIn(Member.KOREA.inspector());

      assertThat(visitor.page().locator("main")).containsText("QUERY_INVALID");
      assertThat(visitor.page().locator("main")).containsText(parameter + " is");
    }
  }

  @Test
  void a_months_review_leaves_nothing_of_it_but_what_came_since() {
    try (var visitor = Chromium.visitor(browser, scene, "eu")) {
      visitor.at("/console/reviews/months").logIn("eu-inspector");
      var page = visitor.page();
      var month = page.locator("table.months tbody tr").first();
      var before = number(month);
      assertTrue(before > 0);
      month.locator("button").click();
      signed(visitor);

      visitor.at("/console/reviews/months");
      var left = number(page.locator("table.months tbody tr").first());

      assertTrue(left < before, "of " + before + " are left " + left);
      page.locator("table.months tbody tr td.number a").first().click();
      assertThat(page.locator("table.hits tbody tr").first()).isVisible();
      visitor.photograph("reviews-month");
      assertEquals(List.of(), visitor.complaints());
    }
  }

  private static long number(com.microsoft.playwright.Locator row) {
    return Long.parseLong(row.locator("td.number").nth(1).innerText().replaceAll("\\D", ""));
  }

  @Test
  void what_was_searched_for_is_text_on_every_page() {
    var hostile = "<script>document.title='ran'</script>{cdi:pages}\u202e";
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      var asked = URLEncoder.encode(hostile, UTF_8);
      visitor.at("/console/search?purpose=" + asked).logIn(Member.KOREA.inspector());
      var page = visitor.page();
      page.click("form.aside button");
      assertThat(page.locator(".facts")).containsText("<script>document.title='ran'</script>");
      assertThat(page.locator(".facts")).containsText("{cdi:pages}⟦U+202E⟧");
      page.fill("textarea[name=note]", hostile.replace("\u202e", ""));
      page.click("form[method=post] button");
      assertThat(page.locator(".note")).containsText("<script>");
      visitor.at("/console/reviews?state=signed");
      assertThat(page.locator("table.reviews")).containsText("<script>");
      assertTrue(page.title().endsWith("Entente audit log"), page.title());
      assertEquals(List.of(), visitor.complaints());
    }
  }

  @Test
  void a_form_of_another_site_opens_nothing() {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/").logIn(Member.KOREA.inspector());
      assertThat(visitor.page().locator("h1")).isVisible();
      var opened = Map.of("operation", "review.open", "outcome", "denied");
      var before = scene.auditor().search(opened).size();

      visitor.page().navigate("data:text/html,<p>elsewhere");
      visitor
          .page()
          .evaluate(
              "action => { const form = document.createElement('form');"
                  + " form.method = 'post'; form.action = action;"
                  + " document.body.append(form); form.submit(); }",
              scene.auditService().url() + "/console/reviews");

      assertThat(visitor.page().locator("main")).containsText("ORIGIN_FOREIGN");
      assertEquals(before + 1, scene.auditor().search(opened).size());
    }
  }
}
