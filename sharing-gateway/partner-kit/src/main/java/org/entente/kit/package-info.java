/** The partner kit: sign, submit, pull and verify. */
@NullMarked
package org.entente.kit;

import org.jspecify.annotations.NullMarked;
