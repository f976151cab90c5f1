/** What becomes of the log itself, recorded in it: its start and stop, its heartbeat, its rules. */
@NullMarked
package org.entente.audit.administration;

import org.jspecify.annotations.NullMarked;
