/// What the exchange knows about a value, in words for people.
@NullMarked
package org.entente.kit.lookup;

import org.jspecify.annotations.NullMarked;
