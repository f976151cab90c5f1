/// One call from the gateway: who asks, what was answered, and the record between the two.
@NullMarked
package org.entente.indicator.call;

import org.jspecify.annotations.NullMarked;
