/** Small loops over the exchange's pure parts, one at a time, in one thread. */
@NullMarked
package org.entente.bench.micro;

import org.jspecify.annotations.NullMarked;
