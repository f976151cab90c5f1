/** The audit-service: what happened, in which order, for ever. */
@NullMarked
package org.entente.audit;

import org.jspecify.annotations.NullMarked;
