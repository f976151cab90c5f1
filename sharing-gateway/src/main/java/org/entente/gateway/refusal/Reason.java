package org.entente.gateway.refusal;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
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
      case ClientErrorException error -> ofHttp(error);
      default -> unexpected(thrown);
    };
  }

  private static Refused ofHttp(ClientErrorException error) {
    return switch (error) {
      case NotFoundException _ -> new Refused(Code.HTTP_NOT_FOUND, "There is nothing here.");
      case NotAllowedException _ ->
          new Refused(Code.HTTP_METHOD, "This resource does not have that method.");
      case NotAcceptableException _ ->
          new Refused(Code.HTTP_NOT_ACCEPTABLE, "The Accept header names nothing served here.");
      case NotSupportedException _ ->
          new Refused(Code.HTTP_MEDIA_TYPE, "The Content-Type is not accepted here.");
      default ->
          new Refused(
              Code.HTTP_BAD_REQUEST, error.getResponse().getStatus(), "The request is not valid.");
    };
  }

  private static Refused unexpected(Throwable thrown) {
    LOG.error("unexpected", thrown);
    return new Refused(Code.INTERNAL, "Something went wrong here; quote the error id.");
  }

  private Reason() {}
}
