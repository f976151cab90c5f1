/** The entente command line. */
@NullMarked
package org.entente.kit.cli;

import org.jspecify.annotations.NullMarked;
