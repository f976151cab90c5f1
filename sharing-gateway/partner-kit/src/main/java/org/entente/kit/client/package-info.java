/** Speaks to the exchange: TAXII, receipts, evidence, the log. */
@NullMarked
package org.entente.kit.client;

import org.jspecify.annotations.NullMarked;
