/** Whether what is behind the gateway can be reached from this replica. */
@NullMarked
package org.entente.gateway.inside;

import org.jspecify.annotations.NullMarked;
