/// Warning lists: what must not be blocked, however bad what is said of it.
@NullMarked
package org.entente.indicator.warning;

import org.jspecify.annotations.NullMarked;
