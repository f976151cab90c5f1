/// PostgreSQL sessions, and what it means when they fail.
@NullMarked
package org.entente.indicator.store;

import org.jspecify.annotations.NullMarked;
