package org.entente.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.e2e.scene.Auditor;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a person takes away through a browser is what the kit takes away, and recorded likewise. */
@ExtendWith({OneExchange.class, Chromium.class})
class ConsoleExportTest {

  private static final String KOREAN = Member.KOREA.jointInspector();

  private final Scene scene;
  private final Browser browser;
  private @TempDir Path folder;
  private String object = "";

  ConsoleExportTest(Scene scene, Browser browser) {
    this.scene = scene;
    this.browser = browser;
    folder = Path.of("");
  }

  @BeforeEach
  void something_happened() {
    var indicator = Stix.indicator(Member.KOREA);
    scene.korea().submit(Stix.envelope(indicator.text()));
    object = indicator.id();
    scene.eu().received();
  }

  private Visitor inspector() {
    var visitor = Chromium.visitor(browser, scene, "kr").at("/console/").logIn(KOREAN);
    assertThat(visitor.page().locator(".who")).containsText(KOREAN);
    return visitor;
  }

  private Path saved(Visitor visitor, String button) {
    Download download =
        visitor
            .page()
            .waitForDownload(() -> visitor.page().click("a.button:text-is('" + button + "')"));
    var name = download.suggestedFilename();
    assertTrue(name.matches("export-[0-9]+\\.(zip|jsonl|csv)"), name);
    var file = folder.resolve(name);
    download.saveAs(file);
    return file;
  }

  @Test
  void a_pack_of_evidence_saved_from_the_search_convinces_the_kit() {
    try (var visitor = inspector()) {
      visitor.at("/console/search?limit=1&value=" + object);

      var pack = saved(visitor, "Evidence pack");

      var verified = scene.as(Member.EU.auditor()).run("evidence", "verify", pack.toString());
      assertEquals(0, verified.exit(), verified.said());
      assertTrue(verified.said().contains("2 entries proven"), verified.said());
      assertTrue(verified.said().contains("Exported by kr"), verified.said());
      assertEquals(List.of(), visitor.complaints());
    }
    var own = exports("allowed");
    assertEquals("3", own.getFirst().text("activity_id"));
    assertEquals("1008", own.getFirst().text("class_uid"));
    assertEquals("person:" + KOREAN, own.getFirst().disclosed("uid"));
    assertTrue(own.getFirst().disclosed("query_string").contains(object));
  }

  @Test
  void lines_and_a_table_are_saved_from_the_pages_about_an_object_and_an_actor()
      throws IOException {
    try (var visitor = inspector()) {
      visitor.at("/console/seen?value=" + object);
      var lines = Files.readAllLines(saved(visitor, "JSON Lines"));
      assertEquals(2, lines.size());
      assertTrue(lines.getFirst().contains(object), lines.getFirst());

      visitor.at("/console/did?actor=kr-feed");
      var table = Files.readAllLines(saved(visitor, "CSV"));
      assertTrue(table.getFirst().startsWith("\"index\",\"time\""), table.getFirst());
      assertTrue(table.stream().skip(1).allMatch(row -> row.contains("\"kr-feed\"")));

      visitor.at("/console/export?actor=kr-feed");
      var semicolons = Files.readAllLines(saved(visitor, "CSV with semicolons"));
      assertTrue(semicolons.getFirst().startsWith("\"index\";\"time\""), semicolons.getFirst());
    }
  }

  @Test
  void what_does_not_fit_one_file_is_told_with_the_next_part() throws IOException {
    try (var visitor = inspector()) {
      visitor.at("/console/export?limit=1&value=" + object);

      assertThat(visitor.page().locator("main")).containsText("the newest 1 of those");
      assertThat(visitor.page().locator(".facts").first()).containsText("Object id or value");
      assertThat(visitor.page().locator(".facts").first()).containsText("At most 1");
      visitor.photograph("export-first-part");
      visitor.page().click("a[rel=next]");
      assertThat(visitor.page().locator("main")).containsText("All entries that match");
      assertEquals(1, Files.readAllLines(saved(visitor, "JSON Lines")).size());
    }
  }

  @Test
  void another_sites_link_exports_nothing_in_a_persons_name() {
    var before = exports("allowed").size();
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/export?format=csv&value=" + object).logIn(KOREAN);

      assertThat(visitor.page().locator("h1")).hasText("Export");
      assertEquals(before, exports("allowed").size());
      saved(visitor, "CSV");
      assertEquals(before + 1, exports("allowed").size());
    }
  }

  @Test
  void a_refused_export_is_a_page_with_the_code_and_a_record() {
    try (var visitor = inspector()) {
      visitor.at("/console/export?format=pdf&value=" + object);

      assertThat(visitor.page().locator("main")).containsText("QUERY_INVALID");
      assertEquals("QUERY_INVALID", exports("denied").getFirst().text("status_detail"));
    }
  }

  private List<Auditor.Entry> exports(String outcome) {
    var filters = Map.of("operation", "log.export", "outcome", outcome, "limit", "200");
    return scene.auditor().search(filters);
  }
}
