/// Bytes as values: slices that stay verbatim, digests that compare.
@NullMarked
package org.entente.indicator.bytes;

import org.jspecify.annotations.NullMarked;
