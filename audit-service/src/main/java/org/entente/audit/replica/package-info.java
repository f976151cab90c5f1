/** Replicas append through the one that leads: both ends of that, and who may. */
@NullMarked
package org.entente.audit.replica;

import org.jspecify.annotations.NullMarked;
