/** Writes the sample bundle of deploy/local/samples; run by hand when it changes. */
@NullMarked
package org.entente.local.sample;

import org.jspecify.annotations.NullMarked;
