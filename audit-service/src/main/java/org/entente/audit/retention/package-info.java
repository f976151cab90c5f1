/** Erasing personal fields when they are due or asked for; the tree and its proofs stay. */
@NullMarked
package org.entente.audit.retention;

import org.jspecify.annotations.NullMarked;
