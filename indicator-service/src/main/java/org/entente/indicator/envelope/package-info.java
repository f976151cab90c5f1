/// One TAXII envelope, read once, each object kept as the bytes its producer wrote.
@NullMarked
package org.entente.indicator.envelope;

import org.jspecify.annotations.NullMarked;
