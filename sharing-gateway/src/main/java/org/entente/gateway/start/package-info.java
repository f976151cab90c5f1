/** What is made once when the gateway starts: the clock and the source of request ids. */
@NullMarked
package org.entente.gateway.start;

import org.jspecify.annotations.NullMarked;
