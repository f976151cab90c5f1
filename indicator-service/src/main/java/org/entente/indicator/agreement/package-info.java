/// What the parties agreed on, and what becomes of it when it changes.
@NullMarked
package org.entente.indicator.agreement;

import org.jspecify.annotations.NullMarked;
