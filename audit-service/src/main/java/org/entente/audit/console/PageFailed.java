package org.entente.audit.console;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** A page could not be made, through no fault of who asked. */
final class PageFailed extends Refusal {

  /**
   * @param id under which the reason stands in this service's log
   */
  PageFailed(String id, RuntimeException cause) {
    super(RefusalCode.PAGE_FAILED, "the reason is in the service's log under " + id, cause);
  }
}
