/** Asks time-stamp authorities, and judges what they answer, now or years later (RFC 3161). */
@NullMarked
package org.entente.timestamp;

import org.jspecify.annotations.NullMarked;
