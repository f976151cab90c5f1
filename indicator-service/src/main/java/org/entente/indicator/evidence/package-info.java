/// The signed submission behind an object, for those who may see all of it.
@NullMarked
package org.entente.indicator.evidence;

import org.jspecify.annotations.NullMarked;
