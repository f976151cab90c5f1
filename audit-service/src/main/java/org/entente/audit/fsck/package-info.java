/** Hashes the whole stored log again and names what does not fit, as a job and as a command. */
@NullMarked
package org.entente.audit.fsck;

import org.jspecify.annotations.NullMarked;
