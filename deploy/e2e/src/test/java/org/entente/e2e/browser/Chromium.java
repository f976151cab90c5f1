package org.entente.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.e2e.scene.Scene;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test classes one Chromium, the one of the operating system. Where there is none, the tests
 * are skipped and say so; with {@code -Dbrowser=required} they fail.
 */
public final class Chromium implements ParameterResolver {

  private static final ExtensionContext.Namespace PLACE =
      ExtensionContext.Namespace.create(Chromium.class);
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final String MISSING =
      "No browser test ran: there is no " + PROGRAM + " (apt-get install chromium).";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    requirePresent();
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, PLACE)
        .computeIfAbsent(Running.class, _ -> Running.start(), Running.class)
        .browser();
  }

  private static void requirePresent() {
    if (Files.isExecutable(PROGRAM)) {
      return;
    }
    if ("required".equals(System.getProperty("browser"))) {
      throw new IllegalStateException(MISSING);
    }
    System.out.println(MISSING);
    Assumptions.abort(MISSING);
  }

  private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

    static Running start() {
      var options =
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
      var playwright = Playwright.create(options);
      var launch =
          new BrowserType.LaunchOptions()
              .setExecutablePath(PROGRAM)
              .setHeadless(true)
              .setArgs(List.of("--no-sandbox"));
      return new Running(playwright, playwright.chromium().launch(launch));
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
    }
  }

  /** Somebody of this party at a browser of their own. */
  static Visitor visitor(Browser browser, Scene scene, String party) {
    return Visitor.of(browser, scene, party, new Browser.NewContextOptions());
  }
}
