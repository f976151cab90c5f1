package org.entente.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;
import org.entente.log.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser proves an entry by itself, and is not talked out of what it finds. */
@ExtendWith({OneExchange.class, Chromium.class})
class RecordPageTest {

  private final Scene scene;
  private final Browser browser;
  private long index;

  RecordPageTest(Scene scene, Browser browser) {
    this.scene = scene;
    this.browser = browser;
  }

  @BeforeEach
  void something_happened() {
    scene.korea().door().withoutToken().discovery();
    scene.korea().door().withoutToken().discovery();
    index = scene.auditor().search(Map.of("operation", "taxii.discovery")).getFirst().index();
  }

  @Test
  void an_entry_is_verified_by_the_browser_step_by_step() {
    try (var visitor = reading()) {
      visitor.page().click("#verify-run");

      assertThat(visitor.page().locator("#verify")).hasAttribute("data-verdict", "holds");
      assertEquals(0, visitor.page().locator(".step.wrong").count());
      assertTrue(visitor.page().locator("#verify-tree .root").isVisible());
      visitor.photograph("record-verified");
      assertEquals(List.of(), visitor.complaints());
      assertEquals(1, receipts());
    }
  }

  private long receipts() {
    return scene.auditor().search(Map.of("operation", "receipt.get")).stream()
        .filter(entry -> entry.text("http_request", "url", "path").equals(address() + "/receipt"))
        .count();
  }

  private String address() {
    return "/console/records/" + index;
  }

  /** What somebody between log and browser could do to a receipt. */
  static List<UnaryOperator<String>> forgeries() {
    return List.of(
        receipt -> receipt.replaceFirst("\nindex (\\d+)", "\nindex 1$1"),
        receipt -> receipt.replaceFirst("\n\u2014 ", "\n\u2014 x"),
        receipt -> receipt.replaceFirst("extra (....)", "extra $1AAAA"),
        receipt -> receipt.replaceFirst("(index \\d+\n).*\n", "$1"),
        receipt -> receipt.replaceFirst("(?s)\n\u2014 .*", "\n"));
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void a_forged_receipt_does_not_hold(UnaryOperator<String> forgery) {
    try (var visitor = reading()) {
      visitor.page().route("**/receipt", route -> forge(route, forgery));

      visitor.page().click("#verify-run");

      assertThat(visitor.page().locator("#verify")).hasAttribute("data-verdict", "broken");
      assertThat(visitor.page().locator(".step.wrong").first()).isVisible();
    }
  }

  @Test
  void whoever_missed_that_the_log_changed_its_keys_is_told_which_signed() {
    // Given
    var now = scene.logKeys(() -> {}).keysNow().logs();
    var before =
        now.stream()
            .map(key -> SignerKey.generate(key.name(), key.type(), new SecureRandom()).verifier());
    var policy = TlogPolicy.text(before.toList()).getBytes(UTF_8);
    try (var visitor = reading()) {
      visitor
          .page()
          .setInputFiles("#verify-policy", new FilePayload("log.policy", "text/plain", policy));

      // When
      visitor.page().click("#verify-run");

      // Then
      assertThat(visitor.page().locator("#verify")).hasAttribute("data-verdict", "broken");
      assertThat(visitor.page().locator(".step.open code").first())
          .hasText(now.stream().map(VerifierKey::idHex).collect(joining(" ")));
    }
  }

  @Test
  void a_receipt_of_another_entry_does_not_hold() {
    try (var visitor = reading()) {
      var other = scene.auditService().url() + "/console/records/" + (index - 1) + "/receipt";
      visitor
          .page()
          .route(
              "**/" + index + "/receipt",
              route -> {
                var options = new Route.FetchOptions().setUrl(other);
                route.fulfill(new Route.FulfillOptions().setResponse(route.fetch(options)));
              });

      visitor.page().click("#verify-run");

      assertThat(visitor.page().locator("#verify")).hasAttribute("data-verdict", "broken");
      assertThat(visitor.page().locator(".step.wrong").first()).containsText("this page shows");
    }
  }

  /** What somebody between log and browser could do to the page, and what is told of it. */
  static List<Arguments> alterations() {
    return List.of(
        alteration("index", "<h1>([^<]*)\\d<", "<h1>$10000<"),
        alteration("operation", "(data-said=\"operation\">)taxii.discovery", "$1taxii.getObjects"),
        alteration("party", "(data-said=\"party\">)kr", "$1eu"),
        alteration("time", "(data-said=\"time\"><time [^>]*>)\\d{4}", "$12019"),
        alteration("outcome", "(data-said=\"outcome\">)[^<]*", "$1allowed"),
        alteration("outcome", "class=\"outcome denied\" data", "class=\"outcome allowed\" data"),
        alteration("code", "<bdi data-said=\"code\">[^<]*</bdi>", ""),
        alteration(
            "marking", "(<bdi data-said=\"party\")", "<bdi data-said=\"marking\">RED</bdi>$1"),
        alteration("actor", "(data-said=\"actor\">\\s*<a [^>]*><bdi>)[^<]*", "$1nobody"),
        alteration("fields", "(src_endpoint.ip</bdi></code></th><td><bdi>)[^<]*", "$1192.0.2.9"),
        alteration("fields", "<tr data-disclosure=\"[^\"]*\"", "<tr"),
        alteration("raw", "(data-said=\"raw\">[^<]*)taxii", "$1other"));
  }

  private static Arguments alteration(String told, String from, String to) {
    return Arguments.of(told, (UnaryOperator<String>) page -> page.replaceFirst(from, to));
  }

  @ParameterizedTest
  @MethodSource("alterations")
  void a_page_that_was_changed_on_its_way_is_told(String told, UnaryOperator<String> alteration) {
    assertTold(told, alteration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "agency", "purpose", "marking"})
  void what_was_taken_off_a_page_is_told(String fact) {
    new HostileRecord("everywhere").appendTo(scene);
    index = scene.auditor().search(Map.of("operation", "hostile")).getFirst().index();
    var shown = "<bdi data-said=\"" + fact + "\">[^<]*</bdi>";

    assertTold(fact, page -> page.replaceFirst(shown, ""));
  }

  private void assertTold(String told, UnaryOperator<String> alteration) {
    try (var visitor = reading()) {
      visitor.page().route("**" + address(), route -> forge(route, alteration));
      visitor.at(address());

      visitor.page().click("#verify-run");

      assertThat(visitor.page().locator("#verify")).hasAttribute("data-verdict", "differs");
      assertThat(visitor.page().locator(".step.wrong").first()).containsText(told);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"taxii.addObjects", "receipt.get", "log.start", "console.record"})
  void records_of_every_kind_are_shown_as_they_are(String operation) {
    scene.korea().submit(Stix.envelope(Stix.indicator(Member.KOREA).text()));
    try (var visitor = reading()) {
      visitor.page().click("#verify-run");
      assertThat(visitor.page().locator("#verify")).hasAttribute("data-verdict", "holds");
      visitor.at("/console/search?limit=1&operation=" + operation);
      visitor.page().click("table.hits tbody a >> nth=0");

      visitor.page().click("#verify-run");

      assertThat(visitor.page().locator("#verify")).hasAttribute("data-verdict", "holds");
    }
  }

  @Test
  void a_log_that_does_not_answer_is_not_accused_of_forgery() {
    try (var visitor = reading()) {
      visitor.page().route("**/receipt", route -> route.fulfill(answering(503)));

      visitor.page().click("#verify-run");

      assertThat(visitor.page().locator("#verify")).hasAttribute("data-verdict", "undone");
      assertEquals(0, visitor.page().locator(".step.wrong").count());
      assertThat(visitor.page().locator("#verify-steps")).containsText("503");
    }
  }

  private static Route.FulfillOptions answering(int status) {
    return new Route.FulfillOptions().setStatus(status);
  }

  private static void forge(Route route, UnaryOperator<String> forgery) {
    var answer = route.fetch();
    var forged = forgery.apply(answer.text());
    assertTrue(!forged.equals(answer.text()), "the forgery changes something");
    route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(forged));
  }

  @Test
  void the_policy_an_auditor_keeps_outranks_the_one_that_is_served() throws Exception {
    try (var visitor = reading()) {
      var other = Files.createTempFile("other", ".policy");
      Files.writeString(other, "quorum none\n");
      visitor.page().setInputFiles("#verify-policy", other);

      visitor.page().click("#verify-run");

      assertThat(visitor.page().locator("#verify")).hasAttribute("data-verdict", "broken");
      assertThat(visitor.page().locator("#verify-steps")).containsText("LOG_UNKNOWN");
      Files.delete(other);
    }
  }

  @Test
  void what_is_another_partys_does_not_exist() {
    try (var visitor = Chromium.visitor(browser, scene, "eu")) {
      visitor.at(address()).logIn(Member.EU.inspector());

      assertThat(visitor.page().locator("main")).containsText("RECORD_UNKNOWN");
      visitor.at(address() + "/receipt");
      assertThat(visitor.page().locator("main")).containsText("RECEIPT_UNKNOWN");
      visitor.at("/console/records/999999999");
      assertThat(visitor.page().locator("main")).containsText("RECORD_UNKNOWN");
    }
  }

  private Visitor reading() {
    var visitor = Chromium.visitor(browser, scene, "kr");
    visitor.at(address()).logIn(Member.KOREA.inspector());
    assertThat(visitor.page().locator("h1")).isVisible();
    return visitor;
  }
}
