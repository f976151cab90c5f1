package org.entente.audit.access;

import java.util.UUID;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** A request could not be served, through no fault of who asked. */
final class RequestFailed extends Refusal {

  /**
   * @param cause stands in this service's log, under an id that is told
   */
  RequestFailed(RuntimeException cause) {
    super(
        RefusalCode.REQUEST_FAILED,
        "the reason is in the service's log under " + UUID.randomUUID(),
        cause);
  }
}
