/** Throw-away certificates for local runs and tests: good ones and every kind of bad one. */
@NullMarked
package org.entente.pki;

import org.jspecify.annotations.NullMarked;
