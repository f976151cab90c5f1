/** Envelopes and bundles as bytes: their objects are cut out, never rewritten. */
@NullMarked
package org.entente.kit.stix;

import org.jspecify.annotations.NullMarked;
