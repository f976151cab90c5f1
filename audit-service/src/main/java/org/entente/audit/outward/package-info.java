/** Questions to servers of others, which may be slow, broken or hostile. */
@NullMarked
package org.entente.audit.outward;

import org.jspecify.annotations.NullMarked;
