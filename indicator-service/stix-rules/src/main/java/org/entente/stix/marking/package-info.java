/// What an object says itself about how far it may go: TLP 2.0, PAP, releasability.
@NullMarked
package org.entente.stix.marking;

import org.jspecify.annotations.NullMarked;
