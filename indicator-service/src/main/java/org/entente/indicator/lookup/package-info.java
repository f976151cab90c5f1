/// Look-up: what is known to a caller about values of any kind.
@NullMarked
package org.entente.indicator.lookup;

import org.jspecify.annotations.NullMarked;
