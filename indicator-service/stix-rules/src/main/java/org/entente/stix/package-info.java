/// What is valid STIX 2.1, what is the same observable, and who may see an object: no I/O, no
/// clock.
@NullMarked
package org.entente.stix;

import org.jspecify.annotations.NullMarked;
