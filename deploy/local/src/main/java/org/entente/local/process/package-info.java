/** Operating-system processes that never outlive their launcher. */
@NullMarked
package org.entente.local.process;

import org.jspecify.annotations.NullMarked;
