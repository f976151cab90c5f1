/// The parties of the exchange: the places their people read from, the identities they own.
@NullMarked
package org.entente.indicator.party;

import org.jspecify.annotations.NullMarked;
