/** Receipts: proofs that an entry is in the log, checkable without this service. */
@NullMarked
package org.entente.audit.receipt;

import org.jspecify.annotations.NullMarked;
