package org.entente.gateway.refusal;

/**
 * Every reason for which the gateway says no: stable names, part of the contract ({@code
 * contract/ERRORS.md} says when each is used and what a partner does about it).
 */
public enum Code {
  AUTH_NO_TOKEN(401, "No access token"),
  AUTH_TOKEN_INVALID(401, "The access token is not valid"),
  AUTH_ISSUER(401, "The access token comes from an unknown issuer"),
  AUTH_EXP(401, "The access token has expired or is not valid yet"),
  AUTH_AUD(401, "The access token is for another audience"),
  AUTH_BINDING(401, "The access token is not bound to this certificate"),

  CERTIFICATE_UNKNOWN(403, "The client certificate belongs to no partner"),
  CERT_REVOKED(403, "The client certificate is revoked"),
  REVOCATION_UNAVAILABLE(503, "Whether a certificate is revoked cannot be known at the moment"),
  PARTNER_MISMATCH(403, "Certificate and access token belong to different partners"),
  CLIENT_UNKNOWN(403, "The client is not registered"),
  CLIENT_MISMATCH(403, "Certificate and access token belong to different clients"),
  AUTHZ_SCOPE(403, "The access token lacks the scope"),
  PURPOSE_INVALID(400, "The purpose is not valid"),
  SEQ_MISSING(400, "This client must number its requests"),
  SEQ_MALFORMED(400, "The sequence statement is malformed"),
  SEQ_TRUST(403, "The sequence statement's signer is not trusted"),
  SEQ_REVOKED(403, "The sequence statement's signer is revoked"),
  SEQ_INVALID(400, "The sequence statement's signature is not valid"),
  SEQ_MISMATCH(403, "The sequence statement is about another request"),
  SEQ_TIME(400, "The sequence statement is outside its time window"),

  RATE_LIMITED(429, "Too much at once"),
  HTTP_ABUSE(400, "The request is not well formed"),
  HTTP_BAD_REQUEST(400, "The request is not valid"),
  HTTP_NOT_FOUND(404, "No such resource"),
  HTTP_METHOD(405, "Method not allowed"),
  HTTP_NOT_ACCEPTABLE(406, "Not an acceptable media type"),
  HTTP_MEDIA_TYPE(415, "Unsupported media type"),
  LIMIT_ENCODING(415, "Encoded content is not accepted"),
  LIMIT_BODY(413, "The body is too large"),
  LIMIT_BUSY(503, "Too much is on its way at once"),
  LIMIT_TIME(408, "The request took too long"),
  LIMIT_HEADERS(431, "The header fields are too large"),

  MULTIPART_INVALID(400, "The multipart body is not valid"),
  SIG_MALFORMED(400, "The submission manifest is missing or malformed"),
  SIG_ALG(400, "The signature algorithm is not accepted"),
  SIG_HEADER(400, "The signature header is not accepted"),
  SIG_TYP(400, "The token is no submission manifest"),
  SIG_TRUST(403, "The signer is not trusted"),
  SIG_REVOKED(403, "The signer's certificate is revoked"),
  SIG_INVALID(400, "The signature is not valid"),
  SIGNER_PARTNER_MISMATCH(403, "Signer and caller belong to different partners"),
  BODY_DIGEST(400, "The body is not the signed one"),
  CLAIM_TIME(400, "The manifest is outside its time window"),
  CLAIM_AUD(403, "The manifest is for another exchange"),
  CLAIM_COL(403, "The manifest is for another collection"),
  CLAIM_INVALID(400, "A claim of the manifest is not valid"),

  AUDIT_UNAVAILABLE(503, "Nothing can be recorded at the moment"),
  DEP_UNAVAILABLE(503, "A service behind the gateway cannot be reached"),
  INTERNAL(500, "The gateway failed");

  private final int status;
  private final String title;

  Code(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The usual HTTP status; {@link Refused#status()} says the one of a particular refusal. */
  public int status() {
    return status;
  }

  /** One short sentence for people, the same for every occurrence. */
  public String title() {
    return title;
  }
}
