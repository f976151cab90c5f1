/** Who takes part in the exchange: anchors, signers and clients of each partner. */
@NullMarked
package org.entente.gateway.partner;

import org.jspecify.annotations.NullMarked;
