/** The command line of the local exchange. */
@NullMarked
package org.entente.local.launcher;

import org.jspecify.annotations.NullMarked;
