/// Reads STIX patterns (STIX 2.1, section 9), says what is wrong with them and which observables
/// they name; never evaluates them.
@NullMarked
package org.entente.stix.pattern;

import org.jspecify.annotations.NullMarked;
