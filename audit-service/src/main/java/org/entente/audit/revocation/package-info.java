/** Whose certificates are revoked, as far as is known: each authority's list, and its freshness. */
@NullMarked
package org.entente.audit.revocation;

import org.jspecify.annotations.NullMarked;
