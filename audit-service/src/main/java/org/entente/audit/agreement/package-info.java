/** What the parties agreed on, and what becomes of it when it changes. */
@NullMarked
package org.entente.audit.agreement;

import org.jspecify.annotations.NullMarked;
