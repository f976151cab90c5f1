/** Receipts and signed evidence for partners: what they keep as proof. */
@NullMarked
package org.entente.gateway.evidence;

import org.jspecify.annotations.NullMarked;
