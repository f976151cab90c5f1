package org.entente.audit.record;

import java.util.UUID;

/**
 * One request as it reached this service.
 *
 * @param request made here, correlates everything about this request
 * @param operation the word auditors search by, {@code log.search} for instance
 * @param path without the query, percent-encoding as received
 * @param query as received, empty when there was none
 * @param endpoint where it came from
 */
public record Call(
    UUID request, String operation, String method, String path, String query, Endpoint endpoint) {

  /** Whether it is a question to the log itself, which OCSF counts as one to a data store. */
  boolean looksIntoTheLog() {
    return operation.equals("log.search") || operation.startsWith("console.");
  }

  /**
   * The other end of the connection.
   *
   * @param tlsLeaf base64url SHA-256 of the TLS leaf certificate's DER
   */
  public record Endpoint(String ip, String tlsLeaf) {}
}
