/// Natural group commit: whatever gathered while the last batch ran is the next batch.
@NullMarked
package org.entente.indicator.batch;

import org.jspecify.annotations.NullMarked;
