/** A real PostgreSQL server in a folder. */
@NullMarked
package org.entente.local.postgres;

import org.jspecify.annotations.NullMarked;
