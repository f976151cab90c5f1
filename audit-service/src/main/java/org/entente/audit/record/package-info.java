/** The access record: what a leaf of the log says, read strictly and written in one way. */
@NullMarked
package org.entente.audit.record;

import org.jspecify.annotations.NullMarked;
