/// Which objects of a submission are stored, and to whom they are released.
@NullMarked
package org.entente.indicator.admission;

import org.jspecify.annotations.NullMarked;
