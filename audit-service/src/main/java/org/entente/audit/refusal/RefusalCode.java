package org.entente.audit.refusal;

/** Why a request was refused: a stable name for programs and the HTTP status that goes with it. */
public enum RefusalCode {
  /** The record is not a well-formed access record of the caller. */
  RECORD_INVALID(422, "The record is not an access record"),
  /** The record or the batch exceeds its limit of bytes or lines. */
  RECORD_TOO_LARGE(413, "The record or batch is too large"),
  /** A disclosure is none, comes twice, or belongs to no digest and field of its record. */
  DISCLOSURE_INVALID(422, "A disclosure does not belong to the record"),
  /** A digest of the record came without its disclosure. */
  DISCLOSURE_MISSING(422, "A disclosure is missing"),
  /** The idempotency key belongs to another record. */
  IDEMPOTENCY_CONFLICT(409, "This key was used for another record"),
  /** The certificate does not belong to a caller this path is for. */
  CALLER_UNKNOWN(403, "This caller may not do this"),
  /** The certificate, or an authority above it, is on its authority's list of revoked ones. */
  CERT_REVOKED(403, "The certificate is revoked"),
  /** There is no list of revoked certificates that is fresh: the same again later. */
  REVOCATION_UNAVAILABLE(503, "Whether the certificate is revoked cannot be known"),
  /** Too much waits for the sequencer already; nothing was queued. */
  LOG_BUSY(503, "The log has too much to do"),
  /** The log cannot promise durability now; whether the record was sequenced is open. */
  LOG_UNAVAILABLE(503, "The log cannot be written"),
  /** Told fellow replicas alone: this one does not lead, another may. */
  NOT_LEADING(503, "Another replica leads"),
  /** A stored entry does not fit its leaf hash or the tree. */
  LOG_CORRUPT(500, "The stored log does not fit its own tree"),
  AUTH_NO_TOKEN(401, "A bearer token is required"),
  AUTH_TOKEN_INVALID(401, "The bearer token was not accepted"),
  /** An identity provider is needed and does not answer. */
  DEP_UNAVAILABLE(503, "Something behind this service is missing"),
  /** Certificate and token belong to different partners. */
  PARTNER_MISMATCH(403, "Certificate and token belong to different partners"),
  AUTHZ_ROLE(403, "The role for this is missing"),
  QUERY_INVALID(400, "The query cannot be read"),
  /** It is not said whose personal fields are to be erased, and why. */
  ERASURE_INVALID(422, "The erasure cannot be read"),
  /** Nobody erases its own records' personal fields. */
  ERASURE_OWN(403, "This erasure is for somebody else to ask for"),
  /** What is filed about a journal is not what the contract says. */
  RECONCILIATION_INVALID(422, "The finding cannot be read"),
  RECONCILIATION_TOO_LARGE(413, "The finding is too large"),
  /** Findings are filed by the client's own party. */
  RECONCILIATION_FOREIGN(403, "The client is another party's"),
  /** A query holds a private key or seed phrase; its record leaves the query out. */
  QUERY_SECRET(400, "The query holds a secret"),
  RECEIPT_UNKNOWN(404, "No such entry"),
  /** Too few witnesses have cosigned since the entry: the same again later. */
  NOT_WITNESSED_YET(503, "Not witnessed yet"),
  RECORD_UNKNOWN(404, "No such entry"),
  TILE_UNKNOWN(404, "No such tile"),
  TIMESTAMP_UNKNOWN(404, "No such time stamp"),
  CHECKPOINT_UNKNOWN(404, "No checkpoint yet"),
  PATH_UNKNOWN(404, "No such path"),
  METHOD_UNKNOWN(405, "No such method on this path"),
  NOT_ACCEPTABLE(406, "This is not available in an accepted media type"),
  MEDIA_TYPE_UNKNOWN(415, "This media type is not read here"),
  REQUEST_INVALID(400, "The request cannot be read"),
  /** A browser's login was not completed, or its session is not one of this service. */
  SESSION_INVALID(401, "The session is not valid"),
  /** This party's people cannot log in here. */
  CONSOLE_UNKNOWN(404, "There is no console for this party"),
  /** A form was not sent from a page of the console. */
  ORIGIN_FOREIGN(403, "This form comes from elsewhere"),
  REVIEW_UNKNOWN(404, "No such review"),
  /** What is to be reviewed or noted cannot be read. */
  REVIEW_INVALID(422, "The review cannot be read"),
  /** It was signed before; a signed review never changes. */
  REVIEW_SIGNED(409, "The review is signed"),
  /** It was withdrawn before. */
  REVIEW_WITHDRAWN(409, "The review is withdrawn"),
  /** Whoever opened a review cannot sign it here. */
  REVIEW_SECOND_PERSON(403, "Somebody else must sign this review"),
  /** What is stored of the review is not what the log says was opened. */
  REVIEW_ALTERED(409, "The review does not fit its record in the log"),
  /** More comes of a client, a party or of strangers than may: the same again later. */
  RATE_LIMITED(429, "More comes than is let in"),
  /** Too much that takes long is being looked for. */
  VIEWS_BUSY(503, "Too many views at a time"),
  /** Served or recorded it could not be; the reason is in the service's log. */
  REQUEST_FAILED(500, "The request could not be served");

  private static final int SERVER_ERROR = 500;

  private final int status;
  private final String title;

  RefusalCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  /** Whether it is a fault of this service or of what it needs: operators are told. */
  boolean isOurs() {
    return status >= SERVER_ERROR
        && this != NOT_WITNESSED_YET
        && this != NOT_LEADING
        && this != REVOCATION_UNAVAILABLE;
  }

  /** Whether who asks could have done otherwise; a list is held back by their own authority. */
  public boolean isTheirs() {
    return status < SERVER_ERROR || this == REVOCATION_UNAVAILABLE;
  }

  /** Whether there was a log to record it in. */
  public boolean isOnRecord() {
    return this != LOG_UNAVAILABLE && this != LOG_BUSY && this != NOT_LEADING;
  }

  public String title() {
    return title;
  }
}
