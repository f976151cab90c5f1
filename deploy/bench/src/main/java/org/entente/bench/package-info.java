/** Measures the exchange beside its floors. */
@NullMarked
package org.entente.bench;

import org.jspecify.annotations.NullMarked;
