/// Submitting any number of objects in signed parts, with a journal that survives interruption.
@NullMarked
package org.entente.kit.submit;

import org.jspecify.annotations.NullMarked;
