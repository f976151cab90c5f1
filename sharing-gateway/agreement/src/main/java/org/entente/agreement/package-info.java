/** What the parties agreed on, read from one reviewed file. */
@NullMarked
package org.entente.agreement;

import org.jspecify.annotations.NullMarked;
