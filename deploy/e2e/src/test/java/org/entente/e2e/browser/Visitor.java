package org.entente.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ClientCertificate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.e2e.scene.Scene;

/**
 * Somebody at a browser with a party's certificate. What the browser complains about is kept.
 *
 * @param complaints messages of the browser's console, of errors in scripts and of the content
 *     security policy
 */
record Visitor(BrowserContext context, Page page, Scene scene, List<String> complaints)
    implements AutoCloseable {

  /** In a network of its own a browser takes every network for slow, and says so of fonts. */
  private static final String SLOW = "Slow network is detected.";

  static Visitor of(Browser browser, Scene scene, String party, Browser.NewContextOptions options) {
    var certificate = scene.exchange().pki().party(party).client(party + "-auditor");
    var shown =
        new ClientCertificate(scene.auditService().url())
            .setCertPath(certificate.certificate())
            .setKeyPath(certificate.key());
    var context =
        browser.newContext(
            options.setClientCertificates(List.of(shown)).setIgnoreHTTPSErrors(true));
    var page = context.newPage();
    page.setDefaultTimeout(20_000);
    var complaints = new ArrayList<String>();
    page.onConsoleMessage(message -> {
      if (!message.type().equals("debug") && !message.text().startsWith(SLOW)) {
        complaints.add(message.type() + ": " + message.text());
      }
    });
    page.onPageError(error -> complaints.add("script: " + error));
    return new Visitor(context, page, scene, complaints);
  }

  /** Goes to a page of the console, {@code /console/…}. */
  Visitor at(String path) {
    page.navigate(scene.auditService().url() + path);
    return this;
  }

  /** Fills in Keycloak's form, on which the browser must be. */
  Visitor logIn(String user) {
    return logIn(user, scene.exchange().passwordOf(user));
  }

  Visitor logIn(String user, String password) {
    page.fill("#username", user);
    page.fill("#password", password);
    page.click("#kc-login");
    return this;
  }

  String heading() {
    return page.locator("h1").innerText();
  }

  /** A picture of the whole page in {@code target/screenshots}. */
  void photograph(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + ".png")));
  }

  @Override
  public void close() {
    context.close();
  }
}
