/** Every no of the gateway: its code, its record, its answer. */
@NullMarked
package org.entente.gateway.refusal;

import org.jspecify.annotations.NullMarked;
