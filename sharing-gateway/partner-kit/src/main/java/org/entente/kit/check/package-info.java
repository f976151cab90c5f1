/// What the exchange would say of objects, without asking it.
@NullMarked
package org.entente.kit.check;

import org.jspecify.annotations.NullMarked;
