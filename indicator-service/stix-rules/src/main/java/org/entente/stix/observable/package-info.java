/// Gives one thing one key, however a producer wrote it: what deduplication, warning lists and
/// look-ups compare.
@NullMarked
package org.entente.stix.observable;

import org.jspecify.annotations.NullMarked;
