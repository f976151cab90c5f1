/** Verifies without any service: manifests, receipts, and a log against itself. */
@NullMarked
package org.entente.kit.evidence;

import org.jspecify.annotations.NullMarked;
