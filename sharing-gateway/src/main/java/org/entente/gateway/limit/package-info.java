/** How much of what comes is let in: rates and numbers of requests, by client, agency and party. */
@NullMarked
package org.entente.gateway.limit;

import org.jspecify.annotations.NullMarked;
