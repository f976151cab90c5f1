/** Reads request bodies within bounds of size, time and memory. */
@NullMarked
package org.entente.gateway.body;

import org.jspecify.annotations.NullMarked;
