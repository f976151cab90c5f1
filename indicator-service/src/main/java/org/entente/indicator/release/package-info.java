/// Who may see an admitted object: one pure rule, deny by default.
@NullMarked
package org.entente.indicator.release;

import org.jspecify.annotations.NullMarked;
