/** What the gateway writes into the log about one request, before the request is answered. */
@NullMarked
package org.entente.gateway.record;

import org.jspecify.annotations.NullMarked;
