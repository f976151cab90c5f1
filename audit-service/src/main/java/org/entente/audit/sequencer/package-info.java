/** Gives each record its place: one thread, one transaction per batch, one signed head. */
@NullMarked
package org.entente.audit.sequencer;

import org.jspecify.annotations.NullMarked;
