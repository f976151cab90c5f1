package org.entente.audit.access;

import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** The identity provider that issued the token was never reached, so the token cannot be judged. */
final class ProviderUnavailable extends Refusal {
  ProviderUnavailable(Throwable cause) {
    super(RefusalCode.DEP_UNAVAILABLE, "the identity provider does not answer", cause);
  }
}
