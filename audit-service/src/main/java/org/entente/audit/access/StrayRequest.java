package org.entente.audit.access;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** A request that reaches nothing here: no such path, method or media type. */
final class StrayRequest extends Refusal {

  private StrayRequest(RefusalCode code) {
    super(code, "see the contract for what there is");
  }

  /** The refusal that this status of the framework means. */
  static StrayRequest ofStatus(int status) {
    return new StrayRequest(
        switch (status) {
          case 404 -> RefusalCode.PATH_UNKNOWN;
          case 405 -> RefusalCode.METHOD_UNKNOWN;
          case 406 -> RefusalCode.NOT_ACCEPTABLE;
          case 415 -> RefusalCode.MEDIA_TYPE_UNKNOWN;
          default -> RefusalCode.REQUEST_INVALID;
        });
  }
}
