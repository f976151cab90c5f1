package org.entente.audit.refusal;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns refusals into problem documents. */
public final class RefusalMapper {

  private static final Logger LOG = Logger.getLogger(RefusalMapper.class);
  private static final int UNAVAILABLE = 503;
  private static final String RETRY_AFTER_SECONDS = "1";

  @ServerExceptionMapper
  RestResponse<Problem> refusal(Refusal refusal) {
    return answer(refusal);
  }

  /** The answer to a refusal; those that are the service's own fault are logged. */
  public static RestResponse<Problem> answer(Refusal refusal) {
    tell(refusal);
    return problem(refusal);
  }

  /** Tells operators of a refusal: it is counted, and logged when it is the service's own fault. */
  public static void tell(Refusal refusal) {
    RefusalCounts.count(refusal.code());
    if (refusal.code().isOurs()) {
      LOG.warnf(refusal.getCause(), "%s: %s", refusal.code(), refusal.detail());
    }
  }

  private static RestResponse<Problem> problem(Refusal refusal) {
    var code = refusal.code();
    var response =
        ResponseBuilder.<Problem>create(code.status())
            .entity(Problem.of(code, refusal.detail()))
            .type(Problem.MEDIA_TYPE);
    refusal.retryAfter().ifPresent(when -> response.header(HttpHeaders.RETRY_AFTER, when));
    if (code == RefusalCode.LOG_UNAVAILABLE) {
      // The next connection may lead to another replica; this one would lead here again.
      response.header(ConnectionEnds.HEADER, ConnectionEnds.CLOSE);
    }
    return response.build();
  }

  /** When to come again after an answer of this status, in seconds. */
  public static Optional<String> retryAfter(int status) {
    return status == UNAVAILABLE ? Optional.of(RETRY_AFTER_SECONDS) : Optional.empty();
  }
}
