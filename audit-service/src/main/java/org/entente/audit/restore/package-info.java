/** Putting back what an older copy of the log's database lacks, from a mirror of the log. */
@NullMarked
package org.entente.audit.restore;

import org.jspecify.annotations.NullMarked;
