/** Lets time-stamp authorities of both parties say when a checkpoint existed (RFC 3161). */
@NullMarked
package org.entente.audit.timestamp;

import org.jspecify.annotations.NullMarked;
