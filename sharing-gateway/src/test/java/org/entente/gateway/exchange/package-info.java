/**
 * The gateway's surroundings in tests: partners, their identity providers and the services inside.
 */
@NullMarked
package org.entente.gateway.exchange;

import org.jspecify.annotations.NullMarked;
