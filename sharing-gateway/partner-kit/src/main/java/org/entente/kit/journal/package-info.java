/// The partner's own record of what it asked the exchange, numbered, signed and chained: what its
/// auditors compare the exchange's log with.
@NullMarked
package org.entente.kit.journal;

import org.jspecify.annotations.NullMarked;
