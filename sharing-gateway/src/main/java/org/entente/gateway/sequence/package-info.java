/** The numbers that clients give their own requests: believed when signed, never kept here. */
@NullMarked
package org.entente.gateway.sequence;

import org.jspecify.annotations.NullMarked;
