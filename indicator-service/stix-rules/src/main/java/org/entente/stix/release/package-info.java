/// Who may see an object: one pure rule, deny by default, that explains itself.
@NullMarked
package org.entente.stix.release;

import org.jspecify.annotations.NullMarked;
