/// A submission travels: received, recorded, admitted, its outcome recorded.
@NullMarked
package org.entente.indicator.submission;

import org.jspecify.annotations.NullMarked;
