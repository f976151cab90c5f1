/// Collections: one direction between parties, and what each party may do with it.
@NullMarked
package org.entente.indicator.collection;

import org.jspecify.annotations.NullMarked;
