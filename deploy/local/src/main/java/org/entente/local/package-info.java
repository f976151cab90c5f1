/** The whole exchange on one machine. */
@NullMarked
package org.entente.local;

import org.jspecify.annotations.NullMarked;
