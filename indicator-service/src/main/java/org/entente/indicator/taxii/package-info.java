/// The few words of TAXII 2.1 that every answer needs: its media type and its time.
@NullMarked
package org.entente.indicator.taxii;

import org.jspecify.annotations.NullMarked;
