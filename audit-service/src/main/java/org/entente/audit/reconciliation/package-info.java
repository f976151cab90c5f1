/** What parties say their clients' journals and the log do not have in common, as they filed it. */
@NullMarked
package org.entente.audit.reconciliation;

import org.jspecify.annotations.NullMarked;
