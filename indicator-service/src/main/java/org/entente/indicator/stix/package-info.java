/// What the exchange reads of STIX 2.1 objects: identity and version; pure.
@NullMarked
package org.entente.indicator.stix;

import org.jspecify.annotations.NullMarked;
