/** Whether a new version may run beside the one before it, on one database. */
@NullMarked
package org.entente.kubernetes.upgrade;

import org.jspecify.annotations.NullMarked;
