package org.entente.gateway.refusal;

/** What a status means when the framework gives nothing but the status. Pure. */
public final class BareStatus {

  private static final int FIRST_SERVER_ERROR = 500;

  /** The refusal that keeps this status' class, so that our own faults are never the client's. */
  public static Refused refused(int status) {
    return switch (status) {
      case 404 -> new Refused(Code.HTTP_NOT_FOUND, "There is nothing here.");
      case 405 -> new Refused(Code.HTTP_METHOD, "This resource does not have that method.");
      case 406 ->
          new Refused(Code.HTTP_NOT_ACCEPTABLE, "The Accept header names nothing served here.");
      case 408 -> new Refused(Code.LIMIT_TIME, "The request took too long to arrive.");
      case 413 -> new Refused(Code.LIMIT_BODY, "The body is larger than this exchange takes.");
      case 415 -> new Refused(Code.HTTP_MEDIA_TYPE, "The Content-Type is not accepted here.");
      case 431 -> new Refused(Code.LIMIT_HEADERS, "Send at most 20 KiB of header fields.");
      case 502, 503, 504 ->
          new Refused(Code.DEP_UNAVAILABLE, "Something behind the gateway is missing.");
      default -> other(status);
    };
  }

  private static Refused other(int status) {
    return status >= FIRST_SERVER_ERROR
        ? new Refused(Code.INTERNAL, "Something went wrong here; quote the error id.")
        : new Refused(Code.HTTP_BAD_REQUEST, "The request is not valid.");
  }

  private BareStatus() {}
}
