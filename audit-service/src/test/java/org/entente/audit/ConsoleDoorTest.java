package org.entente.audit;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is answered before anybody is logged in; here no party has a console. */
@QuarkusTest
class ConsoleDoorTest extends ServiceTest {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console",
        "/console/",
        "/console/search?value=x",
        "/console/nothing-here",
        "/console/export?party=kr",
        "/console/export?party=kr&format=evidence",
        "/console/login?state=made-up&code=made-up",
        "/console/goodbye",
        "/console/language?to=ko",
        "/console/assets/console.js",
        "/console/assets/console.css",
        "/console/assets/missing.js"
      })
  void nothing_inline_runs_and_nobody_frames_it(String path) {
    client("kr", AUDITOR)
        .request()
        .redirects()
        .follow(false)
        .get(path)
        .then()
        .header("Content-Security-Policy", equalTo(POLICY))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Referrer-Policy", equalTo("no-referrer"));
  }

  @Test
  void without_an_identity_provider_for_people_a_party_has_no_console() {
    var refused = "operation = 'console.overview' AND code = 'CONSOLE_UNKNOWN' AND party = 'kr'";
    var before = recorded(refused);

    client("kr", AUDITOR)
        .request()
        .get("/console/")
        .then()
        .statusCode(404)
        .contentType("text/html")
        .header("Cache-Control", equalTo("no-store"))
        .body(containsString("CONSOLE_UNKNOWN"));

    assertEquals(before + 1, recorded(refused));
  }

  @Test
  void a_file_that_is_refused_is_an_export_that_was_refused_and_a_page_with_the_code() {
    var refused = "operation = 'log.export' AND code = 'CONSOLE_UNKNOWN' AND party = 'kr'";
    var before = recorded(refused);

    client("kr", AUDITOR)
        .request()
        .get("/console/export?format=csv")
        .then()
        .statusCode(404)
        .contentType("text/html")
        .header("Content-Disposition", nullValue())
        .body(containsString("CONSOLE_UNKNOWN"));

    assertEquals(before + 1, recorded(refused));
  }

  @Test
  void another_sites_link_to_a_file_leads_to_the_page_about_it() {
    var page = "operation = 'console.export'";
    var export = "operation = 'log.export'";
    var before = List.of(recorded(page), recorded(export));

    for (var site : List.of("cross-site", "same-site")) {
      client("kr", AUDITOR)
          .request()
          .header("Sec-Fetch-Site", site)
          .get("/console/export?format=csv")
          .then()
          .statusCode(404);
    }

    assertEquals(
        List.of(before.getFirst() + 2, before.getLast()),
        List.of(recorded(page), recorded(export)));
  }

  @Test
  void the_record_of_a_refused_login_keeps_nothing_that_came_with_it() {
    var refused = "operation = 'console.login' AND code = 'CONSOLE_UNKNOWN'";
    var before = recorded(refused);
    var kept = refused + " AND position('query_info' in convert_from(body, 'UTF8')) > 0";
    var keptBefore = recorded(kept);

    client("kr", AUDITOR).request().get("/console/login?state=made-up&code=made-up");

    assertEquals(before + 1, recorded(refused));
    assertEquals(keptBefore, recorded(kept));
  }

  @Test
  void a_bearer_token_opens_no_page() {
    auditor().get("/console/").then().statusCode(404).body(containsString("CONSOLE_UNKNOWN"));
  }

  @ParameterizedTest
  @CsvSource({
    "/console/reviews, Sec-Fetch-Site, cross-site, review.open",
    "/console/reviews, Sec-Fetch-Site, same-site, review.open",
    "/console/reviews, Sec-Fetch-Site, none, review.open",
    "/console/reviews, Origin, https://evil.example, review.open",
    "/console/reviews, Origin, null, review.open",
    "/console/reviews, X-Nothing, said, review.open",
    "/console/reviews/0b7a1f0e-5d0b-4a3e-9c61-2f6f0a9f3c11, Sec-Fetch-Site, cross-site, review.sign",
    "/console/reviews/0b7a1f0e-5d0b-4a3e-9c61-2f6f0a9f3c11/withdraw, Origin, null, review.withdraw"
  })
  void a_form_from_elsewhere_is_refused_before_anything_and_recorded(
      String path, String header, String value, String operation) {
    var refused = "operation = '%s' AND code = 'ORIGIN_FOREIGN'".formatted(operation);
    var before = recorded(refused);
    var reviews = number("SELECT count(*) FROM review");

    form(path, header, value).statusCode(403).body(containsString("ORIGIN_FOREIGN"));

    assertEquals(before + 1, recorded(refused));
    assertEquals(reviews, number("SELECT count(*) FROM review"));
  }

  @Test
  void a_form_of_the_consoles_own_comes_to_the_login() {
    var path = "/console/reviews";
    var own = "https://localhost:" + service.getPort();

    form(path, "Sec-Fetch-Site", "same-origin").body(containsString("CONSOLE_UNKNOWN"));
    form(path, "Origin", own).body(containsString("CONSOLE_UNKNOWN"));
  }

  private ValidatableResponse form(String path, String header, String value) {
    var sent = "form=0b7a1f0e-5d0b-4a3e-9c61-2f6f0a9f3c11&query=party%3Dkr&note=seen";
    return form(path, header, value, sent);
  }

  private ValidatableResponse form(String path, String header, String value, String sent) {
    return client("kr", AUDITOR)
        .request()
        .contentType("application/x-www-form-urlencoded")
        .header(header, value)
        .body(sent)
        .post(path)
        .then();
  }

  @ParameterizedTest
  @ValueSource(strings = {"note=%zz", "note=%", "%=1", "many", "long"})
  void a_form_that_cannot_be_read_is_refused_and_recorded_like_any_other(String sent) {
    var refused = "operation = 'review.open' AND code = 'CONSOLE_UNKNOWN'";
    var before = recorded(refused);
    var body =
        switch (sent) {
          case "many" -> "a=1&".repeat(2_000);
          case "long" -> "note=" + "a".repeat(100_000);
          default -> sent;
        };

    form("/console/reviews", "Sec-Fetch-Site", "same-origin", body).statusCode(404);

    assertEquals(before + 1, recorded(refused));
  }

  /** As deep as a request line can be. */
  @Test
  void a_deep_path_is_led_back_to_and_recorded_like_any_other() {
    var deep = "/console" + "/a".repeat(1_900);
    var refused = "code = 'CONSOLE_UNKNOWN'";
    var before = recorded(refused);

    client("kr", AUDITOR)
        .request()
        .redirects()
        .follow(false)
        .get("/console/language?to=ko&page=" + deep)
        .then()
        .statusCode(303)
        .header("Location", containsString(deep));
    client("kr", AUDITOR).request().get(deep).then().statusCode(404);

    assertEquals(before + 1, recorded(refused));
  }

  @Test
  void a_service_has_no_console() {
    indicatorService()
        .request()
        .get("/console/")
        .then()
        .statusCode(403)
        .body(containsString("CALLER_UNKNOWN"));
  }

  @ParameterizedTest
  @CsvSource({
    "/console/search, /console/search",
    "//evil.example, /console/",
    "https://evil.example/, /console/"
  })
  void the_choice_of_a_language_leads_back_to_a_page_of_the_console(String page, String back) {
    client("kr", AUDITOR)
        .request()
        .redirects()
        .follow(false)
        .get("/console/language?to=ko&page=" + page)
        .then()
        .statusCode(303)
        .header("Location", containsString(back))
        .header(
            "Set-Cookie",
            allOf(
                containsString("entente_language=ko"),
                containsString("Secure"),
                containsString("HttpOnly"),
                containsString("SameSite=Lax"),
                containsString("Path=/console")));
  }
}
