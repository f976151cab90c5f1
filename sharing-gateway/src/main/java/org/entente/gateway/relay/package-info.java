/** What the gateway passes to the indicator-service and back, byte for byte. */
@NullMarked
package org.entente.gateway.relay;

import org.jspecify.annotations.NullMarked;
