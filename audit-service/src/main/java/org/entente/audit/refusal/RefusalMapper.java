package org.entente.audit.refusal;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns refusals, ours and the framework's, into problem documents. */
final class RefusalMapper {

  private static final Logger LOG = Logger.getLogger(RefusalMapper.class);
  private static final int UNAVAILABLE = 503;
  private static final String RETRY_AFTER_SECONDS = "1";

  @ServerExceptionMapper
  RestResponse<Problem> refusal(Refusal refusal) {
    if (refusal.code().status() >= RestResponse.StatusCode.INTERNAL_SERVER_ERROR) {
      LOG.warnf(refusal.getCause(), "%s: %s", refusal.code(), refusal.detail());
    }
    return problem(refusal.code(), refusal.detail());
  }

  @ServerExceptionMapper
  RestResponse<Problem> refusal(WebApplicationException refusal) {
    var code =
        switch (refusal.getResponse().getStatus()) {
          case RestResponse.StatusCode.NOT_FOUND -> RefusalCode.PATH_UNKNOWN;
          case RestResponse.StatusCode.METHOD_NOT_ALLOWED -> RefusalCode.METHOD_UNKNOWN;
          case RestResponse.StatusCode.NOT_ACCEPTABLE -> RefusalCode.NOT_ACCEPTABLE;
          case RestResponse.StatusCode.UNSUPPORTED_MEDIA_TYPE -> RefusalCode.MEDIA_TYPE_UNKNOWN;
          default -> RefusalCode.REQUEST_INVALID;
        };
    return problem(code, "see the contract for what there is");
  }

  private static RestResponse<Problem> problem(RefusalCode code, String detail) {
    var response =
        ResponseBuilder.<Problem>create(code.status())
            .entity(Problem.of(code, detail))
            .type(Problem.MEDIA_TYPE);
    return code.status() == UNAVAILABLE
        ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
        : response.build();
  }
}
