package org.entente.audit.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalMapper;

/** Answers what reaches no resource: a problem, or a page for who looks for one. Thread-safe. */
@Singleton
final class BareAnswerMapper {

  private static final String CONSOLE = "/console";
  private static final String HTML = "text/html";

  private final RefusalPage page;

  BareAnswerMapper(RefusalPage page) {
    this.page = page;
  }

  /** The refusal must be accounted for. */
  void give(RoutingContext context, Refusal refusal) {
    var answer = RefusalMapper.answer(refusal);
    var response = context.response().setStatusCode(answer.getStatus());
    answer.getStringHeaders().forEach(response::putHeader);
    if (seeksPage(context)) {
      response.putHeader(HttpHeaders.CONTENT_TYPE, HTML + "; charset=utf-8");
      response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.end(page.html(context.request(), refusal));
    } else {
      response.end(Json.encode(answer.getEntity()));
    }
  }

  private static boolean seeksPage(RoutingContext context) {
    var path = context.request().path();
    var accepted = context.request().getHeader(HttpHeaders.ACCEPT);
    return path != null && path.startsWith(CONSOLE) && accepted != null && accepted.contains(HTML);
  }
}
