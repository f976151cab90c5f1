package org.entente.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Names from records are text on every page, whatever is in them. The records come past all checks
 * of gateway and indicator-service, with their own certificates.
 */
@ExtendWith({OneExchange.class, Chromium.class})
class HostileNamesTest {

  private static final List<String> NAMES =
      List.of(
          "<script>document.title='ran'</script>",
          "\"><img src=x onerror=\"document.title='ran'\">",
          "' autofocus onfocus='document.title=1' x='",
          "</title></table></main><svg onload=document.title='ran'>",
          "{frame.reader.idToken}{cdi:pages}{layout:product}",
          "{{constructor.constructor('document.title=1')()}}",
          "javascript:document.title='ran'",
          "&lt;b&gt; &#x3c;script&#x3e;",
          "indicator\u202egpj.exe\u2066\u200b");

  private final Scene scene;
  private final Browser browser;

  HostileNamesTest(Scene scene, Browser browser) {
    this.scene = scene;
    this.browser = browser;
  }

  @Test
  void hostile_names_are_shown_and_nothing_else() {
    NAMES.forEach(name -> new HostileRecord(name).appendTo(scene));
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      var dialogs = new ArrayList<String>();
      visitor
          .page()
          .onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
          });
      visitor.at("/console/").logIn(Member.KOREA.jointInspector());
      assertThat(visitor.page().locator("h1")).isVisible();
      assertInert(visitor);
      NAMES.forEach(name -> assertShown(visitor, name));
      visitor.at("/console/search?operation=hostile&limit=50");
      assertInert(visitor);
      visitor.photograph("hostile-names");
      assertEquals(List.of(), dialogs);
      var wrong = visitor.complaints();
      wrong.removeIf(complaint -> complaint.contains("400")); // what is no object id is refused
      assertEquals(List.of(), wrong, "the content security policy had nothing to report");
    }
  }

  private static void assertShown(Visitor visitor, String name) {
    var page = visitor.page();
    var asked = URLEncoder.encode(name, UTF_8);
    visitor.at("/console/search?limit=50&purpose=" + asked);
    assertInert(visitor);
    assertThat(page.locator("table.hits tbody tr").first()).isVisible();
    var shown = page.locator("table.hits tbody tr").first().innerText();
    assertTrue(shown.contains(visible(name)), name + " is shown as " + shown);
    page.locator("table.hits tbody tr a").first().click();
    assertThat(page.locator(".facts")).containsText(visible(name));
    assertInert(visitor);
    visitor.at("/console/did?actor=" + asked);
    assertInert(visitor);
    assertEquals(name, page.inputValue("input[name=actor]"));
    visitor.at("/console/seen?value=" + asked);
    assertInert(visitor);
  }

  /** The page has the elements of its template and none of a record's. */
  private static void assertInert(Visitor visitor) {
    var page = visitor.page();
    assertTrue(page.title().endsWith("Entente audit log"), page.title());
    assertEquals(0, page.locator("script:not([src^='/console/assets/'])").count());
    assertEquals(0, page.locator("img, iframe, object, embed, style, [style]").count());
    assertEquals(0, page.locator("[onerror], [onload], [onfocus], [autofocus]").count());
    assertEquals(0, page.locator("a[href^='javascript:']").count());
    assertEquals(1, page.locator("main").count());
    var text = page.locator("body").innerText(); // not what stands in a field, which is apart
    assertEquals(-1, text.indexOf(0x202e), "text could run backwards");
  }

  /** Controls of direction are spelt out. */
  private static String visible(String name) {
    return name.replace("\u202e", "⟦U+202E⟧")
        .replace("\u2066", "⟦U+2066⟧")
        .replace("\u200b", "⟦U+200B⟧");
  }
}
