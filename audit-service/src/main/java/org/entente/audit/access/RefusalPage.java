package org.entente.audit.access;

import io.vertx.core.http.HttpServerRequest;
import org.entente.audit.refusal.Refusal;

/** How somebody at a browser is told no where no page of the console was reached. */
@FunctionalInterface
public interface RefusalPage {

  /** HTML in the browser's language, of nothing but the refusal. */
  String html(HttpServerRequest request, Refusal refusal);
}
