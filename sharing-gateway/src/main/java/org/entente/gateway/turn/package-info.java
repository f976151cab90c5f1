/** Calls to the services inside take turns among those of the same party. */
@NullMarked
package org.entente.gateway.turn;

import org.jspecify.annotations.NullMarked;
