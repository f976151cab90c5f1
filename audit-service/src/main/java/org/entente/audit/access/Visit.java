package org.entente.audit.access;

import java.util.Optional;
import java.util.UUID;
import org.entente.audit.record.Call;
import org.entente.audit.record.Call.Endpoint;

/**
 * One HTTP request: who is at the other end and what was asked, as far as a record keeps it.
 *
 * @param authorization whether an Authorization header came, of whatever content
 * @param behalf for whom a service says it asks; empty for everybody else
 */
record Visit(
    UUID request,
    Peer peer,
    Endpoint endpoint,
    String method,
    String path,
    String query,
    boolean authorization,
    Optional<OnBehalf> behalf) {

  Call call(String operation) {
    var counted = behalf.flatMap(OnBehalf::counted);
    return new Call(request, operation, method, path, query, endpoint, counted);
  }

  /** The same, of whose query nothing is to be kept. */
  Visit withoutQuery() {
    return new Visit(request, peer, endpoint, method, path, "", authorization, behalf);
  }
}
