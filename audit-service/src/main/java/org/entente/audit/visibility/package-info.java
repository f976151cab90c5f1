/** Which records a party's auditors may read; a pure decision. */
@NullMarked
package org.entente.audit.visibility;

import org.jspecify.annotations.NullMarked;
