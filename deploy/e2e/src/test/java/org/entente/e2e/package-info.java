/** What must always hold, one class for each promise, against the packaged services. */
@NullMarked
package org.entente.e2e;

import org.jspecify.annotations.NullMarked;
