/** How much of what comes from outside the exchange is let in, by the certificate alone. */
@NullMarked
package org.entente.audit.limit;

import org.jspecify.annotations.NullMarked;
