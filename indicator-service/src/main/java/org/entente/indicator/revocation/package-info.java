/// Whether a calling service's certificate is revoked, by the exchange's own authority's list.
@NullMarked
package org.entente.indicator.revocation;

import org.jspecify.annotations.NullMarked;
