/// Which collections a partner can see, and what it may do in them.
@NullMarked
package org.entente.indicator.directory;

import org.jspecify.annotations.NullMarked;
