/**
 * Whose certificates are revoked, as far as is known: each partner's lists, and their freshness.
 */
@NullMarked
package org.entente.gateway.revocation;

import org.jspecify.annotations.NullMarked;
