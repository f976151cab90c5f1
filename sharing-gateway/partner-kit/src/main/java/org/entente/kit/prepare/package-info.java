/// Makes a third party's objects say what the exchange needs of them, and changes nothing else.
@NullMarked
package org.entente.kit.prepare;

import org.jspecify.annotations.NullMarked;
