/** Which numbers that a client gave its requests the log does not have. */
@NullMarked
package org.entente.audit.sequence;

import org.jspecify.annotations.NullMarked;
