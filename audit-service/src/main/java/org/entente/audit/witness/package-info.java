/// Lets others see the log grow: their cosignatures, and what they remember of it.
@NullMarked
package org.entente.audit.witness;

import org.jspecify.annotations.NullMarked;
