/** The whole exchange on one machine: parts, their configuration, and starting them in order. */
@NullMarked
package org.entente.local.exchange;

import org.jspecify.annotations.NullMarked;
