/** What auditors take away: records with all that proves them, on record before they leave. */
@NullMarked
package org.entente.audit.export;

import org.jspecify.annotations.NullMarked;
