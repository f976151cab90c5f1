/// What a reader tells the producer of an object: it was seen, or it is wrong.
@NullMarked
package org.entente.kit.feedback;

import org.jspecify.annotations.NullMarked;
