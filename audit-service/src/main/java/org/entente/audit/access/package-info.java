/** Who is calling, what that caller may do, and the record of both. */
@NullMarked
package org.entente.audit.access;

import org.jspecify.annotations.NullMarked;
