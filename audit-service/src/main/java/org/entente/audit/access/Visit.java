package org.entente.audit.access;

import java.util.Optional;
import java.util.UUID;
import org.entente.audit.record.Call;
import org.entente.audit.record.Call.Endpoint;
import org.entente.audit.refusal.SecretInQuery;

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
    KeptAddress address,
    boolean authorization,
    Optional<OnBehalf> behalf) {

  Call call(String operation) {
    var counted = behalf.flatMap(OnBehalf::counted);
    return new Call(request, operation, method, address.path(), address.query(), endpoint, counted);
  }

  /**
   * To be asked once it is known who asks, before anything is done for them: what they asked with
   * is not on record.
   *
   * @throws SecretInQuery when a private key or seed phrase is in it, wherever
   */
  void requireNoSecret() {
    if (address.secret()) {
      throw new SecretInQuery();
    }
  }

  /** The same, of whose query nothing is to be kept. */
  Visit withoutQuery() {
    return new Visit(
        request, peer, endpoint, method, address.withoutQuery(), authorization, behalf);
  }
}
