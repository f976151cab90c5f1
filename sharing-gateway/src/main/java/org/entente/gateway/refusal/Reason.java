package org.entente.gateway.refusal;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ServerErrorException;
import org.entente.gateway.record.AuditUnavailable;
import org.jboss.logging.Logger;

/** Finds the refusal behind an exception, so that the framework's refusals are ours too. */
final class Reason {

  private static final Logger LOG = Logger.getLogger(Reason.class);

  /** The refusal to answer with; an exception nobody expected is logged and becomes a 500. */
  static Refused of(Throwable thrown) {
    return switch (thrown) {
      case Refused refused -> refused;
      case AuditUnavailable _ -> Refusals.unavailable();
      case ForbiddenException _ ->
          new Refused(Code.AUTHZ_SCOPE, "This needs a scope the access token does not have.");
      case UnauthorizedException _, AuthenticationFailedException _ ->
          new Refused(Code.AUTH_TOKEN_INVALID, "The access token was not accepted.");
      case ClientErrorException error -> BareStatus.refused(error.getResponse().getStatus());
      case ServerErrorException error -> failed(error);
      default -> unexpected(thrown);
    };
  }

  private static Refused failed(ServerErrorException error) {
    LOG.error("the framework failed", error);
    return BareStatus.refused(error.getResponse().getStatus());
  }

  private static Refused unexpected(Throwable thrown) {
    LOG.error("unexpected", thrown);
    return new Refused(Code.INTERNAL, "Something went wrong here; quote the error id.");
  }

  private Reason() {}
}
