/// What the release rule would say about objects, for their producer, without any effect.
@NullMarked
package org.entente.indicator.dryrun;

import org.jspecify.annotations.NullMarked;
