@NullMarked
package org.entente.agreement.limit;

import org.jspecify.annotations.NullMarked;
