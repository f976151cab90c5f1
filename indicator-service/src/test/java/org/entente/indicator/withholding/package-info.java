/// P6 as a property: two histories, one without what a reader must not notice, tell it the same.
@NullMarked
package org.entente.indicator.withholding;

import org.jspecify.annotations.NullMarked;
