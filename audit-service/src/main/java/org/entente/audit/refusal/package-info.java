/** What the service says no to, as stable codes, and how that looks on the wire. */
@NullMarked
package org.entente.audit.refusal;

import org.jspecify.annotations.NullMarked;
