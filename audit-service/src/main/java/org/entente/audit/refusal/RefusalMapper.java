package org.entente.audit.refusal;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns refusals into problem documents. */
final class RefusalMapper {

  private static final int UNAVAILABLE = 503;
  private static final String RETRY_AFTER_SECONDS = "1";

  @ServerExceptionMapper
  RestResponse<Problem> refusal(Refusal refusal) {
    var code = refusal.code();
    var response =
        ResponseBuilder.<Problem>create(code.status())
            .entity(Problem.of(code, refusal.detail()))
            .type(Problem.MEDIA_TYPE);
    return code.status() == UNAVAILABLE
        ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
        : response.build();
  }
}
