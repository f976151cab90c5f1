package org.entente.audit.console;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.entente.audit.access.RefusalPage;
import org.entente.audit.refusal.Refusal;

/** The page of a refusal before anything is known of who looks. Thread-safe. */
@Singleton
final class PlainRefusal implements RefusalPage {

  @Override
  public String html(HttpServerRequest request, Refusal refusal) {
    var browser = Browser.of(request);
    var frame = new Frame(Optional.empty(), browser.language(), browser.here(), "");
    return Templates.error(frame, refusal).setLocale(browser.language().locale()).render();
  }
}
