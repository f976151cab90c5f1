package org.entente.audit.receipt;

import org.entente.audit.visibility.AuditScope;

/** Whose receipts somebody may have. */
sealed interface Entitlement {

  /** Those of a party's own records, for the service that asks on its behalf. */
  record Own(String party) implements Entitlement {}

  /** Those of the records an auditor may read. */
  record Audit(AuditScope scope) implements Entitlement {}
}
