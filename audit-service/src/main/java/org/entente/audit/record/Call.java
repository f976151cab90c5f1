package org.entente.audit.record;

import java.util.Optional;
import java.util.UUID;

/**
 * One request as it reached this service.
 *
 * @param request made here, correlates everything about this request
 * @param operation the word auditors search by, {@code log.search} for instance
 * @param path without the query, percent-encoding as received
 * @param query as received, empty when there was none
 * @param endpoint where it came from
 * @param counted the number of the client on whose behalf a service asks
 */
public record Call(
    UUID request,
    String operation,
    String method,
    String path,
    String query,
    Endpoint endpoint,
    Optional<Counted> counted) {

  /** A client's number of its request, and the digest (base64url) of the statement that says so. */
  public record Counted(long number, String sha256) {}

  /** As what OCSF counts it: taking entries away, a question to the log, or any other use. */
  RecordClass kind() {
    return switch (operation) {
      case "log.export" -> RecordClass.EVENT_LOG_ACTIVITY;
      case "log.search", "log.gaps" -> RecordClass.DATASTORE_ACTIVITY;
      default ->
          operation.startsWith("console.")
              ? RecordClass.DATASTORE_ACTIVITY
              : RecordClass.API_ACTIVITY;
    };
  }

  /** Whether what it asks for changes something that is there. */
  boolean changes() {
    return operation.equals("review.sign") || operation.equals("review.withdraw");
  }

  /**
   * The other end of the connection.
   *
   * @param tlsLeaf base64url SHA-256 of the TLS leaf certificate's DER
   */
  public record Endpoint(String ip, String tlsLeaf) {}
}
