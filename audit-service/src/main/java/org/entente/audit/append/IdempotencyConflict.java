package org.entente.audit.append;

import java.util.UUID;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** The key belongs to another record. */
final class IdempotencyConflict extends Refusal {
  IdempotencyConflict(UUID uid) {
    super(RefusalCode.IDEMPOTENCY_CONFLICT, "another record was appended as " + uid);
  }
}
