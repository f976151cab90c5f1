/** The indicator-service: what may you add, what may you see? */
@NullMarked
package org.entente.indicator;

import org.jspecify.annotations.NullMarked;
