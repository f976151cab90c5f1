/// Reading a collection page by page, with a place that survives interruption.
@NullMarked
package org.entente.kit.pull;

import org.jspecify.annotations.NullMarked;
