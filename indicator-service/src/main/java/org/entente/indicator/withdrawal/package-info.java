/// What was taken back from a reader, so that it can take it back, too.
@NullMarked
package org.entente.indicator.withdrawal;

import org.jspecify.annotations.NullMarked;
