/// Words for people.
@NullMarked
package org.entente.kit.wording;

import org.jspecify.annotations.NullMarked;
