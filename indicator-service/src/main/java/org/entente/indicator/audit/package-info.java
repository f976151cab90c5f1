/// Access records: written down in the log before anything leaves.
@NullMarked
package org.entente.indicator.audit;

import org.jspecify.annotations.NullMarked;
