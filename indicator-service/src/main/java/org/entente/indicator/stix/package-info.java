/// Reading STIX 2.1 objects as far as the exchange must: identity, version, marking; pure.
@NullMarked
package org.entente.indicator.stix;

import org.jspecify.annotations.NullMarked;
