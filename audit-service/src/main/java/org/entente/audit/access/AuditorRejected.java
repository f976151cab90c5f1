package org.entente.audit.access;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** Whoever asks has not shown to be an auditor of the partner whose certificate is used. */
public final class AuditorRejected extends Refusal {
  AuditorRejected(RefusalCode code, String detail) {
    super(code, detail);
  }

  /** The token is another partner's. */
  static AuditorRejected ofAnother(String partner) {
    return new AuditorRejected(
        RefusalCode.PARTNER_MISMATCH,
        "the token was not issued by the identity provider of " + partner);
  }

  static AuditorRejected notJoint() {
    return new AuditorRejected(
        RefusalCode.AUTHZ_ROLE,
        "this holds records of every party and takes a joint auditor: a client the exchange lists"
            + " as one, with the role joint-auditor; /checkpoint and /tile are open to you");
  }
}
