/** Which log this is: its origin, its keys, and the database that belongs to them. */
@NullMarked
package org.entente.audit.identity;

import org.jspecify.annotations.NullMarked;
