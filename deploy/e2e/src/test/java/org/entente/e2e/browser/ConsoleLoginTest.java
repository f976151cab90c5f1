package org.entente.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People log in at their own party's identity provider, and every page they see is a record. */
@ExtendWith({OneExchange.class, Chromium.class})
class ConsoleLoginTest {

  private static final String KOREAN = Member.KOREA.inspector();

  private final Scene scene;
  private final Browser browser;

  ConsoleLoginTest(Scene scene, Browser browser) {
    this.scene = scene;
    this.browser = browser;
  }

  @Test
  void an_auditor_logs_in_and_comes_back_to_the_page_asked_for() {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/search?purpose=a%20link").logIn(KOREAN);

      assertThat(visitor.page())
          .hasURL(scene.auditService().url() + "/console/search?purpose=a%20link");
      assertThat(visitor.page().locator(".who")).containsText(KOREAN);
      assertEquals(List.of(), visitor.complaints());
      assertEquals(1, views("console.search", "allowed", "purpose=a%20link"));
      var seen = Map.of("operation", "console.search", "actor", "person:" + KOREAN);
      assertFalse(scene.auditor().search(seen).isEmpty(), "never under a name that clients have");
      for (Cookie cookie : visitor.context().cookies(scene.auditService().url() + "/console/")) {
        assertTrue(cookie.httpOnly && cookie.secure, cookie.name);
        assertEquals("LAX", String.valueOf(cookie.sameSite), cookie.name);
      }
      visitor.at("/console/").photograph("overview");
    }
  }

  @Test
  void a_session_of_one_party_is_none_with_the_other_partys_certificate() {
    try (var korean = Chromium.visitor(browser, scene, "kr");
        var european = Chromium.visitor(browser, scene, "eu")) {
      korean.at("/console/").logIn(KOREAN);
      assertThat(korean.page().locator(".who")).containsText(KOREAN);

      european.context().addCookies(korean.context().cookies());
      european.at("/console/");

      assertTrue(european.page().url().contains("/realms/eu/"), european.page().url());
    }
  }

  @Test
  void one_partys_user_cannot_log_in_at_the_others_identity_provider() {
    try (var visitor = Chromium.visitor(browser, scene, "eu")) {
      visitor.at("/console/").logIn(KOREAN);

      assertTrue(visitor.page().url().contains("/realms/eu/"), visitor.page().url());
    }
  }

  @Test
  void after_logging_out_the_console_asks_for_a_login_again() {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/").logIn(KOREAN);
      visitor.page().click("a[href='/console/logout']");
      assertThat(visitor.page()).hasURL(scene.auditService().url() + "/console/goodbye");

      visitor.at("/console/");

      assertTrue(visitor.page().url().contains("/realms/kr/"), visitor.page().url());
      assertThat(visitor.page().locator("#password")).isVisible();
    }
  }

  @Test
  void a_made_up_answer_of_an_identity_provider_opens_nothing() {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/"); // begins a login of its own

      visitor.at("/console/login?state=made-up&code=made-up");

      assertTrue(visitor.page().url().contains("/realms/kr/"), visitor.page().url());
    }
  }

  @Test
  void a_login_that_the_identity_provider_refuses_is_told_and_recorded() {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/");
      var state = visitor.page().url().replaceAll(".*[?&]state=([^&]*).*", "$1");

      visitor.at("/console/login?error=access_denied&state=" + state);

      assertThat(visitor.page().locator("main")).containsText("SESSION_INVALID");
      var refused = Map.of("operation", "console.login", "outcome", "denied");
      assertEquals(
          "SESSION_INVALID", scene.auditor().search(refused).getFirst().text("status_detail"));
      assertEquals(0, views("console.login", "denied", state), "it is worth something");
    }
  }

  @Test
  void a_page_that_does_not_exist_is_refused_in_the_same_layout() {
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/").logIn(KOREAN);
      assertThat(visitor.page().locator(".who")).containsText(KOREAN);

      visitor.at("/console/nothing-here");

      assertThat(visitor.page().locator("main")).containsText("PATH_UNKNOWN");
      assertThat(visitor.page().locator(".top")).isVisible();
    }
  }

  /**
   * How many records there are of such views with this query, whoever looked: queries are disclosed
   * beside the leaves, since they may name persons.
   */
  private long views(String operation, String outcome, String query) {
    return scene.auditor().search(Map.of("operation", operation, "outcome", outcome)).stream()
        .filter(entry -> entry.disclosed("query_string").contains(query))
        .count();
  }
}
