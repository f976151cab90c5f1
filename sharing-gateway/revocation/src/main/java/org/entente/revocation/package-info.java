/** Lists of revoked certificates (RFC 5280 section 5): kept fresh, never believed blindly. */
@NullMarked
package org.entente.revocation;

import org.jspecify.annotations.NullMarked;
